package io.zhenma.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final long MS = 1_000_000;

  @Test
  void percentilesAreMeasuredTimesWhateverTheirOrder() {
    long[] falling = LongStream.rangeClosed(1, 1_000).map(i -> (1_001 - i) * MS).toArray();

    assertThat(Latency.of(falling)).isEqualTo(new Latency(500, 990, 999));
    assertThat(falling[0]).isEqualTo(1_000 * MS);
  }

  @Test
  void fewTimesGiveTheSlowestAsTheHighPercentiles() {
    assertThat(Latency.of(new long[] {3 * MS, MS, 2 * MS})).isEqualTo(new Latency(2, 3, 3));
    assertThat(Latency.of(new long[] {7 * MS})).isEqualTo(new Latency(7, 7, 7));
  }

  @Test
  void noTimesHaveNoPercentiles() {
    assertThatThrownBy(() -> Latency.of(new long[0])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRatioSaysHowManyTimesAsFastOursIs() {
    Measurement ours = new Measurement("ours", 1_000, "codes", 2, null);
    Measurement alternative = new Measurement("theirs", 100, "codes", 1, null);

    assertThat(new Comparison("codes", ours, alternative).ratio()).isEqualTo(5.0);
  }
}
