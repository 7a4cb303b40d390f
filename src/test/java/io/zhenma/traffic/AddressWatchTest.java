package io.zhenma.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhenma.place.ClientAddress;
import io.zhenma.place.NetworkClass;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressWatchTest {
  private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AddressWatch watch = new AddressWatch(meters);

  private void scans(int times, String address) {
    for (int i = 0; i < times; i++) {
      watch.saw(Asker.of(Optional.empty(), ClientAddress.parse(address), NetworkClass.UNKNOWN));
    }
  }

  @Test
  void aProxyWhoseHeadersAreNotReadIsToldOfOnceAnHour() {
    scans(30, "172.18.0.1");
    assertThat(watch.look(NOON)).isTrue();
    scans(30, "172.18.0.1");
    assertThat(watch.look(NOON.plusSeconds(60))).isFalse();
    assertThat(watch.isBlind()).isTrue();
    assertThat(meters.get("zhenma.addresses.blind").gauge().value()).isEqualTo(1);
    scans(30, "172.18.0.1");
    assertThat(watch.look(NOON.plusSeconds(3_600))).isTrue();
    assertThat(new AddressCheck(watch).call().getData().orElseThrow().toString())
        .contains("forwarding");
  }

  @Test
  void afterItIsMendedItIsOver() {
    scans(30, "172.18.0.1");
    watch.look(NOON);
    scans(10, "172.18.0.1");
    scans(20, "113.88.12.34");

    assertThat(watch.look(NOON.plusSeconds(60))).isFalse();
    assertThat(watch.isBlind()).isFalse();
  }

  @Test
  void someScansOfADemoAreNoSign() {
    scans(19, "127.0.0.1");

    assertThat(watch.look(NOON)).isFalse();
    assertThat(watch.isBlind()).isFalse();
  }
}
