package io.zhenma.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {

  private static final PlaceFinder FINDER = PlaceFinder.bundled();

  private static InetAddress address(String text) {
    return ClientAddress.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "113.88.12.34, 440000, 440300, CHINA_TELECOM",
    "202.106.0.20, 110000, 110100, CHINA_UNICOM",
    "221.130.33.52, 110000, 110100, CHINA_MOBILE",
    "120.196.165.24, 440000, 440300, CHINA_MOBILE",
    "124.160.1.1, 330000, 330100, CHINA_UNICOM",
    "222.80.1.1, 650000, 652800, CHINA_TELECOM",
    "220.182.1.1, 540000, 540300, CHINA_TELECOM",
    "166.111.4.100, 110000, 110100, CERNET",
    "110.242.68.66, 130000, 130600, CHINA_UNICOM",
    "203.198.7.66, 810000, '', OTHER",
    "202.175.3.3, 820000, '', OTHER",
    "168.95.1.1, 710000, '', OTHER",
    "2408:8456:f00::1, 440000, 440100, CHINA_UNICOM",
    "240e:3b4::1, 440000, 440100, CHINA_TELECOM",
    "240e:82::1, 110000, 110100, CHINA_TELECOM",
    "2409:8a55:1234::1, 440000, '', CHINA_MOBILE"
  })
  void aChineseAddressHasProvinceCityAndCarrier(
      String text, String province, String city, Carrier carrier) {
    Place place = FINDER.byAddress(address(text));
    assertThat(place)
        .extracting(Place::country, Place::province, Place::city, Place::carrier, Place::source)
        .containsExactly("CN", province, city, carrier, PlaceSource.IP);
    assertThat(place.position()).isPresent();
  }

  @Test
  void aCityIsLessUncertainThanAProvinceAndThatThanACountry() {
    assertThat(FINDER.byAddress(address("113.88.12.34")).uncertaintyMetres()).isEqualTo(300_000);
    assertThat(FINDER.byAddress(address("2409:8a55:1234::1")).uncertaintyMetres())
        .isEqualTo(1_000_000);
    assertThat(FINDER.byAddress(address("203.198.7.66")).uncertaintyMetres()).isEqualTo(300_000);
    assertThat(FINDER.byAddress(address("24.5.1.1")).uncertaintyMetres()).isEqualTo(5_000_000);
  }

  @ParameterizedTest
  @CsvSource({"8.8.8.8, US", "46.4.1.1, DE", "1.0.16.1, JP", "2a00:1450::1, IE"})
  void aForeignAddressHasItsCountry(String text, String country) {
    assertThat(FINDER.byAddress(address(text)))
        .extracting(Place::country, Place::province, Place::city)
        .containsExactly(country, "", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "127.0.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "::1",
        "fd00::1",
        "fe80::1%1"
      })
  void aPrivateOrReservedAddressIsNowhere(String text) {
    assertThat(FINDER.byAddress(address(text))).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void anAnycastAddressIsNowhere() {
    assertThat(FINDER.byAddress(address("2001:4860:4860::8888")))
        .extracting(Place::country, Place::source, Place::position, Place::network)
        .containsExactly("", PlaceSource.NONE, Optional.empty(), NetworkClass.DATA_CENTRE);
  }

  @ParameterizedTest
  @CsvSource({
    "22.5431, 114.0579, CN, 440000, 440300",
    "39.9042, 116.4074, CN, 110000, 110100",
    "43.8256, 87.6168, CN, 650000, 650100",
    "29.6520, 91.1721, CN, 540000, 540100",
    "22.3193, 114.1694, CN, 810000, ''",
    "22.1987, 113.5439, CN, 820000, ''",
    "25.0330, 121.5654, CN, 710000, ''",
    "31.2304, 121.4737, CN, 310000, 310100",
    "29.5630, 106.5516, CN, 500000, 500100",
    "23.0215, 113.1214, CN, 440000, 440600",
    "24.4798, 118.0894, CN, 350000, 350200",
    "36.2000, 117.6700, CN, 370000, 370100",
    "30.6598, 104.0633, CN, 510000, 510100",
    "44.3100, 86.0400, CN, 650000, 659001",
    "35.6762, 139.6503, JP, '', ''",
    "40.7128, -74.0060, US, '', ''",
    "21.0285, 105.8542, VN, '', ''",
    "20.0, 130.0, '', '', ''",
    "0.0, 0.0, '', '', ''",
    "-90.0, 180.0, '', '', ''"
  })
  void aPositionHasItsRegions(
      double latitude, double longitude, String country, String province, String city) {
    assertThat(FINDER.byPosition(latitude, longitude, 20))
        .extracting(Place::country, Place::province, Place::city, Place::source)
        .containsExactly(country, province, city, PlaceSource.POSITION);
  }

  @Test
  void aQuayJustOutsideTheDrawnCoastBelongsToItsCity() {
    assertThat(FINDER.byPosition(36.05, 120.32, 20).city()).isEqualTo("370200");
  }

  @Test
  void everySeatOfACityThatHasAShapeLiesInItsProvince() {
    for (Region province : Regions.china().provinces()) {
      for (Region city : Regions.china().citiesOf(province.code())) {
        if (CityShapes.all().containsKey(city.code())) {
          Position seat = city.centre();
          assertThat(FINDER.byPosition(seat.latitude(), seat.longitude(), 0).province())
              .as(city.name())
              .isEqualTo(province.code());
        }
      }
    }
  }

  @Test
  void accuracyIsKeptButNeverBelievedBelowFiftyMetres() {
    assertThat(FINDER.byPosition(22.5, 114.0, 0).uncertaintyMetres()).isEqualTo(50);
    assertThat(FINDER.byPosition(22.5, 114.0, 1_500).uncertaintyMetres()).isEqualTo(1_500);
    assertThat(FINDER.byPosition(22.5, 114.0, 1e12).uncertaintyMetres())
        .isEqualTo(Place.ANYWHERE_METRES);
  }

  @Test
  void nonsenseIsRefused() {
    double[][] nonsense = {
      {Double.NaN, 114, 1},
      {22, Double.NaN, 1},
      {91, 0, 1},
      {0, 181, 1},
      {22, 114, -1},
      {22, 114, Double.NaN}
    };
    for (double[] n : nonsense) {
      assertThatThrownBy(() -> FINDER.byPosition(n[0], n[1], n[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void thePositionPlacesAndTheAddressNamesTheCarrier() {
    Place byAddress = FINDER.byAddress(address("113.88.12.34"));
    Place byPosition = FINDER.byPosition(23.0215, 113.1214, 30);
    assertThat(FINDER.combine(byAddress, byPosition))
        .extracting(Place::city, Place::carrier, Place::source, Place::uncertaintyMetres)
        .containsExactly("440600", Carrier.CHINA_TELECOM, PlaceSource.POSITION, 50.0);
    assertThat(FINDER.combine(byAddress, Place.UNKNOWN)).isEqualTo(byAddress);
    assertThat(FINDER.combine(Place.UNKNOWN, byPosition)).isEqualTo(byPosition);
  }

  @Test
  void manyThreadsFindTheSame() {
    Place expected = FINDER.byAddress(address("113.88.12.34"));
    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> FINDER.byAddress(address("113.88.12." + i % 256)))
                .distinct())
        .containsExactly(expected);
  }

  @Test
  void theAddressFileIsReplaceable(@TempDir Path folder) throws IOException {
    Path copy = folder.resolve("newer.xdb");
    Files.write(copy, DataFile.bytes("/ip2region/ip2region.xdb"));
    PlaceFinder finder = PlaceFinder.withFiles(List.of(copy), Optional.empty());
    assertThat(finder.byAddress(address("113.88.12.34")).city()).isEqualTo("440300");
    assertThat(finder.byAddress(address("240e:3b4::1")).city()).isEqualTo("440100");
  }

  @Test
  void aWrongAddressFileIsRefused(@TempDir Path folder) throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.xdb"), "wrong");
    assertThatThrownBy(() -> PlaceFinder.withFiles(List.of(wrong), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    Path random = Files.write(folder.resolve("random.xdb"), new byte[100_000]);
    assertThatThrownBy(() -> PlaceFinder.withFiles(List.of(random), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> PlaceFinder.withFiles(List.of(folder.resolve("none.xdb")), Optional.empty()))
        .isInstanceOf(UncheckedIOException.class);
  }
}
