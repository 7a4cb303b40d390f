package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkGuardTest {
  private static final NetworkGuard GUARD = new NetworkGuard(List.of(), false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.100.100.200",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "2001:0:5ef5:79fb::1",
        "100::1"
      })
  void whatIsNotPublicIsRefused(String address) {
    assertThatThrownBy(() -> GUARD.resolve(address, true))
        .isInstanceOf(NetworkGuard.RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "223.5.5.5", "2400:3200::1"})
  void whatIsPublicMayBeCalled(String address) throws Exception {
    assertThat(GUARD.resolve(address, true)).isEqualTo(InetAddress.getByName(address));
  }

  @Test
  void withoutTlsNothingIsCalledButThisMachineWhereThatIsAllowed() throws Exception {
    NetworkGuard evaluation = new NetworkGuard(List.of(), true);

    assertThatThrownBy(() -> GUARD.resolve("8.8.8.8", false))
        .isInstanceOf(NetworkGuard.RefusedException.class);
    assertThatThrownBy(() -> evaluation.resolve("8.8.8.8", false))
        .isInstanceOf(NetworkGuard.RefusedException.class);
    assertThat(evaluation.resolve("127.0.0.1", false).isLoopbackAddress()).isTrue();
    assertThatThrownBy(() -> evaluation.resolve("10.0.0.1", true))
        .isInstanceOf(NetworkGuard.RefusedException.class);
  }

  @Test
  void aNetworkThatTheOperatorAllowsMayBeCalledByTls() throws Exception {
    NetworkGuard allowing = new NetworkGuard(List.of(Network.parse("10.20.0.0/16")), false);

    assertThat(allowing.resolve("10.20.3.4", true)).isNotNull();
    assertThatThrownBy(() -> allowing.resolve("10.21.0.1", true))
        .isInstanceOf(NetworkGuard.RefusedException.class);
    assertThatThrownBy(() -> Network.parse("10.0.0.0/33"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Network.parse("example.com/8"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
