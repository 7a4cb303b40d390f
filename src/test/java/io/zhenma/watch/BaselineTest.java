package io.zhenma.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineTest {
  @Test
  void aFewOddHoursDoNotMoveIt() {
    List<Long> hours = new ArrayList<>(Collections.nCopies(20, 100L));
    hours.addAll(Collections.nCopies(4, 1_000_000L));

    assertThat(Baseline.of(hours).median()).isEqualTo(100);
    assertThat(Baseline.of(hours).limit(10, 6)).isEqualTo(300);
  }

  @Test
  void anHourWithoutAPastOfScansNeedsTheMinimum() {
    assertThat(Baseline.of(Collections.nCopies(24, 0L)).limit(300, 6)).isEqualTo(300);
  }

  /** A Poisson hour passes the limit by chance less than once in ten years of hours. */
  @Test
  void ordinaryChanceIsNotUnusual() {
    Random random = new Random(4);
    int alarms = 0;
    for (int hour = 0; hour < 20_000; hour++) {
      List<Long> past = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        past.add(Math.round(400 + Math.sqrt(400) * random.nextGaussian()));
      }
      long now = Math.round(400 + Math.sqrt(400) * random.nextGaussian());
      alarms += now >= Baseline.of(past).limit(100, 6) ? 1 : 0;
    }
    assertThat(alarms).isZero();
  }
}
