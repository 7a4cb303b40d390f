package io.zhenma.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A position is what a client says: what cannot be so counts as none. */
class ClaimedPositionsTest {
  private static final PlaceFinder FINDER = PlaceFinder.bundled();
  private static final Place SHENZHEN = byAddress("113.88.12.34");

  private static Place byAddress(String address) {
    return FINDER.byAddress(ClientAddress.parse(address).orElseThrow());
  }

  private static Place combined(Place address, double latitude, double longitude) {
    return FINDER.combine(address, FINDER.byPosition(latitude, longitude, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 20",
    "0.00001, -0.00002, 20",
    "0.05, 0.05, 20",
    "31.2, 121.4, 0",
    "31.2, 121.4, 100001",
    "31.2, 121.4, 5000000",
    "31.2, 121.4, NaN",
    "31.2, 121.4, -1",
    "NaN, 121.4, 20",
    "31.2, NaN, 20",
    "Infinity, 121.4, 20",
    "90, 12.3, 20",
    "31.2, 180, 20",
    "31.2, -180, 20",
    "35, 105, 20",
    "1, 1, 20",
    "35.8617, 104.1954, 20",
    "35.86166, 104.195397, 20",
    "37.421998, -122.084, 20",
    "37.33182, -122.03118, 20",
    "39.915, 116.404, 20",
  })
  void thisIsNoPosition(double latitude, double longitude, double accuracy) {
    assertThat(FINDER.isFailedFix(latitude, longitude, accuracy)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "31.2304, 121.4737, 20",
    "30.6, 104, 8",
    "30, 104.06, 8",
    "22.5431, 114.0579, 65",
    "39.9, 116.4, 99999",
    "0.3476, 32.5825, 30",
    "51.4779, 0.0015, 5",
  })
  void thisIsOne(double latitude, double longitude, double accuracy) {
    assertThat(FINDER.isFailedFix(latitude, longitude, accuracy)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22.55, 114.06", "23.13, 113.27", "24.87, 114.99"})
  void aPositionNearTheAddressPlacesTheScan(String at) {
    assertThat(combined(SHENZHEN, degrees(at, 0), degrees(at, 1)).source())
        .isEqualTo(PlaceSource.POSITION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"39.91, 116.41", "31.23, 121.47", "30.66, 104.06", "48.85, 2.35"})
  void onePositionFarFromALineTellsNothingAndPutsTheAddressInDoubt(String at) {
    Place place = combined(SHENZHEN, degrees(at, 0), degrees(at, 1));

    assertThat(place.source()).isEqualTo(PlaceSource.IP);
    assertThat(place.city()).as("for statistics").isEqualTo("440300");
    assertThat(place.isInDoubt()).isTrue();
    assertThat(place.position()).isEqualTo(SHENZHEN.position());
  }

  private static double degrees(String at, int which) {
    return Double.parseDouble(at.split(", ", -1)[which]);
  }

  @Test
  void aPositionAtHomeContradictsALineAbroad() {
    Place abroad = byAddress("168.126.63.1");
    assertThat(abroad.country()).isEqualTo("KR");

    assertThat(combined(abroad, 37.56, 126.99).source()).isEqualTo(PlaceSource.POSITION);
    assertThat(combined(abroad, 39.91, 116.41).isInDoubt()).isTrue();
  }

  @Test
  void gatewaysRelaysAndRentedMachinesContradictNothing() {
    for (NetworkClass network :
        new NetworkClass[] {NetworkClass.MOBILE, NetworkClass.RELAY, NetworkClass.DATA_CENTRE}) {
      Place through =
          new Place(
              SHENZHEN.country(),
              SHENZHEN.province(),
              SHENZHEN.city(),
              SHENZHEN.carrier(),
              network,
              PlaceSource.IP,
              SHENZHEN.position(),
              SHENZHEN.uncertaintyMetres());
      assertThat(combined(through, 39.91, 116.41).source()).isEqualTo(PlaceSource.POSITION);
    }
    assertThat(combined(Place.UNKNOWN, 39.91, 116.41).source()).isEqualTo(PlaceSource.POSITION);
  }
}
