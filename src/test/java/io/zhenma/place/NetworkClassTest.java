package io.zhenma.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkClassTest {
  private static final PlaceFinder FINDER = PlaceFinder.bundled();

  private static InetAddress address(String text) {
    return ClientAddress.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "47.88.0.1, DATA_CENTRE", // Alibaba Cloud
    "139.196.0.1, DATA_CENTRE",
    "1.12.0.1, DATA_CENTRE", // Tencent Cloud
    "43.128.0.1, DATA_CENTRE",
    "124.71.0.1, DATA_CENTRE", // Huawei Cloud
    "3.5.140.1, DATA_CENTRE", // Amazon
    "34.64.0.1, DATA_CENTRE", // Google Cloud
    "20.40.0.1, DATA_CENTRE", // Microsoft
    "95.216.0.1, DATA_CENTRE", // Hetzner
    "2600:1f18::1, DATA_CENTRE",
    "2400:3200::1, DATA_CENTRE",
    "104.28.28.1, RELAY", // where private relays come out
    "2a09:bac1::1, RELAY",
    "84.17.33.1, RELAY", // a VPN's
    "2408:8456:f00::1, MOBILE",
    "240e:3b4::1, FIXED",
    "2409:8a55:1234::1, FIXED",
    "166.111.4.100, FIXED",
    "113.88.12.34, ACCESS",
    "221.130.33.52, ACCESS",
    "10.1.2.3, UNKNOWN"
  })
  void anAddressTellsWhatKindOfNetworkItIsIn(String text, NetworkClass expected) {
    assertThat(FINDER.byAddress(address(text)).network()).isEqualTo(expected);
  }

  @Test
  void aMachineOfADataCentreSaysNothingOfWhereSomebodyIs() {
    Place rented = FINDER.byAddress(address("139.196.0.1"));
    assertThat(rented.country()).isEqualTo("CN");
    assertThat(rented.uncertaintyMetres()).isEqualTo(Place.ANYWHERE_METRES);
    assertThat(rented.leastDistanceMetres(FINDER.byAddress(address("222.80.1.1")))).isZero();
  }

  @Test
  void aPermittedPositionIsBelievedBehindARelayToo() {
    Place both =
        FINDER.combine(
            FINDER.byAddress(address("104.28.28.1")), FINDER.byPosition(22.54, 114.06, 20));
    assertThat(both.network()).isEqualTo(NetworkClass.RELAY);
    assertThat(both.uncertaintyMetres()).isLessThan(100);
  }

  @Test
  void aTableSaysOfEveryAddressWhatItsRoutesSay(@TempDir Path folder) throws IOException {
    NetworkTableMaker maker = new NetworkTableMaker();
    int taken =
        maker.add(
            new StringReader(
                """
                1.0.0.0,1.0.0.255,64500,"Sunny Hosting, Inc."
                1.0.1.0,1.0.1.255,64500,"Sunny Hosting, Inc."
                1.0.2.0,1.0.2.255,64501,Village Broadband
                1.0.1.128,1.0.2.10,64502,A late Cloud that overlaps
                223.255.255.0,255.255.255.255,13335,"Cloudflare, Inc."
                2001:db8:1::,2001:db8:1:ffff:ffff:ffff:ffff:ffff,64503,Data Centre North
                ff00::,ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,9009,M247
                """));
    assertThat(taken).isEqualTo(6);
    Path file = Files.write(folder.resolve("networks.bin"), maker.table());
    NetworkTable table = NetworkTable.read(file);
    assertThat(List.of("0.255.255.255", "1.0.0.0", "1.0.1.255", "1.0.2.0", "1.0.2.10", "9.9.9.9"))
        .extracting(text -> table.of(address(text)))
        .containsExactly(
            NetworkClass.UNKNOWN,
            NetworkClass.DATA_CENTRE,
            NetworkClass.DATA_CENTRE,
            NetworkClass.UNKNOWN,
            NetworkClass.UNKNOWN,
            NetworkClass.UNKNOWN);
    assertThat(
            List.of("223.255.255.0", "255.255.255.255", "2001:db8:1::7", "2001:db8:2::", "ff02::1"))
        .extracting(text -> table.of(address(text)))
        .containsExactly(
            NetworkClass.RELAY,
            NetworkClass.RELAY,
            NetworkClass.DATA_CENTRE,
            NetworkClass.UNKNOWN,
            NetworkClass.RELAY);
    Place place = PlaceFinder.withFiles(List.of(), Optional.of(file)).byAddress(address("1.0.0.7"));
    assertThat(place.network()).isEqualTo(NetworkClass.DATA_CENTRE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.0.0.0,1.0.0.255", "example.org,1.0.0.1,1,x", "1.0.0.999,1.0.1.0,13335,x"})
  void aLineThatIsNoRouteIsNamed(String line) {
    assertThatThrownBy(
            () -> new NetworkTableMaker().add(new StringReader("1.0.0.0,1.0.0.1,1,a\n" + line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void aCutOrForeignFileIsNoTable() {
    byte[] table = new NetworkTableMaker().table();
    assertThatThrownBy(() -> new NetworkTable(Arrays.copyOf(table, table.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NetworkTable(new byte[100]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NetworkTable(new byte[] {'Z', 'N', 'E', 'T', '1', -1, -1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
