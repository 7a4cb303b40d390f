package io.zhenma.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static final Random RANDOM = new Random(7);
  private static final Position BEIJING = new Position(39.9042, 116.4074);
  private static final Position SHANGHAI = new Position(31.2304, 121.4737);

  private static Place at(Position position, double uncertaintyMetres) {
    return new Place(
        "CN",
        "",
        "",
        Carrier.UNKNOWN,
        NetworkClass.UNKNOWN,
        PlaceSource.POSITION,
        Optional.of(position),
        uncertaintyMetres);
  }

  @Test
  void distancesAreThoseOfTheGlobe() {
    assertThat(BEIJING.distanceMetres(SHANGHAI)).isCloseTo(1_067_000, within(3_000.0));
    assertThat(new Position(0, 179.5).distanceMetres(new Position(0, -179.5)))
        .isCloseTo(111_195, within(10.0));
    assertThat(new Position(90, 0).distanceMetres(new Position(-90, 120)))
        .isCloseTo(20_015_115, within(10.0));
  }

  @RepeatedTest(200)
  void distanceIsSymmetricAndNeverShorterByTheUncertaintyThanNothing() {
    Place a = at(anywhere(), RANDOM.nextInt(1_000_000));
    Place b = at(anywhere(), RANDOM.nextInt(1_000_000));
    assertThat(a.distanceMetres(b)).isEqualTo(b.distanceMetres(a));
    assertThat(a.leastDistanceMetres(b))
        .isEqualTo(b.leastDistanceMetres(a))
        .isBetween(0.0, a.distanceMetres(b).orElseThrow());
    assertThat(a.distanceMetres(a)).hasValue(0);
  }

  private static Position anywhere() {
    return new Position(RANDOM.nextDouble() * 180 - 90, RANDOM.nextDouble() * 360 - 180);
  }

  @Test
  void uncertaintyOfBothSidesShortensTheLeastDistance() {
    double distance = BEIJING.distanceMetres(SHANGHAI);
    assertThat(at(BEIJING, 300_000).leastDistanceMetres(at(SHANGHAI, 50)))
        .isCloseTo(distance - 300_050, within(0.001));
    assertThat(at(BEIJING, 300_000).leastDistanceMetres(at(SHANGHAI, 1_000_000))).isZero();
  }

  @Test
  void anUnknownPlaceProvesNoDistance() {
    assertThat(Place.UNKNOWN.distanceMetres(at(BEIJING, 50))).isEmpty();
    assertThat(Place.UNKNOWN.leastDistanceMetres(at(BEIJING, 50))).isZero();
  }

  @Test
  void coordinatesThatAreNotOnEarthAreRefused() {
    for (double wrong : new double[] {Double.NaN, 180.01, -181, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Position(0, wrong)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Position(wrong, 0)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Position(90.1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPlaceThatContradictsItselfIsRefused() {
    assertThatThrownBy(() -> place("China", "", "", 1)).hasMessageContaining("country");
    assertThatThrownBy(() -> place("CN", "440300", "", 1)).hasMessageContaining("province");
    assertThatThrownBy(() -> place("CN", "440000", "x", 1)).hasMessageContaining("city");
    assertThatThrownBy(() -> place("CN", "440000", "330100", 1)).hasMessageContaining("outside");
    assertThatThrownBy(() -> place("CN", "", "330100", 1)).hasMessageContaining("outside");
    assertThatThrownBy(() -> place("CN", "", "", -1)).hasMessageContaining("uncertainty");
    assertThatThrownBy(() -> place("CN", "", "", Double.NaN)).hasMessageContaining("uncertainty");
  }

  private static Place place(String country, String province, String city, double uncertainty) {
    return new Place(
        country,
        province,
        city,
        Carrier.UNKNOWN,
        NetworkClass.UNKNOWN,
        PlaceSource.IP,
        Optional.empty(),
        uncertainty);
  }
}
