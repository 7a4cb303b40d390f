package io.zhenma.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  private static final Random RANDOM = new Random(20_261_122);

  @ParameterizedTest
  @CsvSource({
    "113.88.12.34, 113.88.12.0/24",
    " 113.88.12.34 , 113.88.12.0/24",
    "113.88.12.34:51234, 113.88.12.0/24",
    "2408:8456:f00:1:2:3:4:5, 2408:8456:f00::/48",
    "2408:8456::5, 2408:8456::/48",
    "[2408:8456::5]:443, 2408:8456::/48",
    "'\"[2408:8456::5]\"', 2408:8456::/48",
    "fe80::1%eth0, fe80::/48",
    "::1, ::/48",
    "0:0:1::9, 0:0:1::/48",
    "::ffff:113.88.12.34, 113.88.12.0/24"
  })
  void aLiteralIsReadAndCut(String text, String cut) {
    assertThat(ClientAddress.parse(text)).map(ClientAddress::cut).contains(cut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "localhost",
        "example.com",
        "dead.beef",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1",
        "0x7f000001",
        "1.2.3.4, 5.6.7.8",
        "1:2",
        ":::",
        "[::1",
        "1.2:3",
        "::1/64",
        "１.2.3.4",
        "_hidden",
        "g::1"
      })
  void anythingElseIsRefusedWithoutLookingItUp(String text) {
    assertThat(ClientAddress.parse(text)).isEmpty();
  }

  @RepeatedTest(200)
  void cuttingKeepsNoMoreThanTheNetwork() throws UnknownHostException {
    byte[] address = new byte[RANDOM.nextBoolean() ? 4 : 16];
    RANDOM.nextBytes(address);
    int kept = address.length == 4 ? 3 : 6;
    byte[] neighbour = address.clone();
    for (int i = kept; i < neighbour.length; i++) {
      neighbour[i] = (byte) RANDOM.nextInt();
    }
    String cut = ClientAddress.cut(InetAddress.getByAddress(address));
    assertThat(ClientAddress.cut(InetAddress.getByAddress(neighbour))).isEqualTo(cut);

    byte[] network = Arrays.copyOf(Arrays.copyOf(address, kept), address.length);
    String text = cut.substring(0, cut.indexOf('/'));
    assertThat(ClientAddress.parse(text)).contains(InetAddress.getByAddress(network));
  }

  @Test
  void theNetworkAloneTellsItsKind() {
    assertThat(ClientAddress.parse("8.8.8.8")).map(ClientAddress::isPublic).contains(true);
    assertThat(ClientAddress.parse("240e::1")).map(ClientAddress::isPublic).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.1.1",
        "172.16.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "2001:db8::1"
      })
  void aSpecialAddressBelongsToNobody(String text) {
    assertThat(ClientAddress.parse(text)).map(ClientAddress::isPublic).contains(false);
  }
}
