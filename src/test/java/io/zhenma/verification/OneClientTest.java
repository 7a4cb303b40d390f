package io.zhenma.verification;

import static io.zhenma.verification.Scene.BEIJING;
import static io.zhenma.verification.Scene.CHENGDU;
import static io.zhenma.verification.Scene.GUANGZHOU;
import static io.zhenma.verification.Scene.HARBIN;
import static io.zhenma.verification.Scene.KUNMING;
import static io.zhenma.verification.Scene.NOON;
import static io.zhenma.verification.Scene.TIANJIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One client that has a genuine code, by whatever it claims of cookies, browsers, connections and
 * places: it never makes the item suspect for those who bought it.
 */
class OneClientTest {
  private static final int ATTACKERS_LINE = 666;
  private static final int LOOKS = 60;
  private static final List<Place> PLACES =
      List.of(BEIJING, TIANJIN, GUANGZHOU, CHENGDU, HARBIN, KUNMING);

  private final Scene scene = new Scene();

  /** What the client claims at its n-th look. */
  private interface Claims extends IntFunction<Circumstances> {}

  private static Circumstances claim(
      int device, boolean cookie, int agent, Connection connection, Place place, Instant at) {
    return new Circumstances(
        UUID.randomUUID(),
        at,
        (long) (1_000 + device) << 32,
        cookie,
        ATTACKERS_LINE,
        agent,
        connection,
        place);
  }

  /** Two buyers at home before and after, and one of them on the way. */
  private void theBuyersStayBeforeThe(Claims claims) {
    theBuyersStayBeforeThe(claims, scene);
  }

  private static void theBuyersStayBeforeThe(Claims claims, Scene scene) {
    scene.decide(Scene.person(1, NOON, Scene.exactly(BEIJING), 1));
    scene.decide(Scene.person(2, NOON.plusSeconds(30), BEIJING, 1));
    for (int look = 0; look < LOOKS; look++) {
      Verdict verdict = scene.decide(claims.apply(look));
      assertThat(verdict.outcome()).as(verdict.toString()).isNotEqualTo(Outcome.SUSPECT);
    }
    Verdict later = scene.decide(Scene.person(1, NOON.plusSeconds(3_600), BEIJING, 2));
    assertThat(later.outcome()).as(later.toString()).isNotEqualTo(Outcome.SUSPECT);
  }

  private static Place far(int look) {
    return PLACES.get(look % PLACES.size());
  }

  @Test
  void onePositionFarAway() {
    theBuyersStayBeforeThe(
        look ->
            claim(1, false, 5, Connection.UNSAID, Scene.exactly(GUANGZHOU), NOON.plusSeconds(60)));
  }

  @Test
  void positionsAllOverTheCountryFromOneBrowserWithoutCookies() {
    theBuyersStayBeforeThe(
        look ->
            claim(
                look,
                false,
                5,
                Connection.LAN,
                Scene.exactly(far(look)),
                NOON.plusSeconds(60 + look)));
  }

  @Test
  void otherBrowsersCookiesAndPlacesEachTime() {
    theBuyersStayBeforeThe(
        look ->
            claim(
                look,
                true,
                look,
                Connection.LAN,
                Scene.exactly(far(look)),
                NOON.plusSeconds(look)));
  }

  @Test
  void otherBrowsersWithoutCookiesAtOtherPlaces() {
    theBuyersStayBeforeThe(
        look ->
            claim(
                look,
                false,
                look,
                Connection.LAN,
                Scene.exactly(far(look)),
                NOON.plusSeconds(look)));
  }

  @Test
  void oncePatientlyADayWithAnotherCookie() {
    theBuyersStayBeforeThe(
        look ->
            claim(
                look,
                true,
                look,
                Connection.LAN,
                Scene.exactly(far(look)),
                NOON.plusSeconds(86_400L * (look + 1))));
  }

  @Test
  void onceEverySessionWithAnotherCookieAtHome() {
    theBuyersStayBeforeThe(
        look ->
            claim(
                look, true, look, Connection.LAN, BEIJING, NOON.plusSeconds(1_900L * (look + 1))));
  }

  @Test
  void positionsThatWalkSlowlyAwayAndBack() {
    theBuyersStayBeforeThe(
        look ->
            claim(
                look,
                true,
                look,
                Connection.LAN,
                Scene.exactly(
                    Scene.city(
                        look % 2 == 0 ? "310000" : "320000",
                        look % 2 == 0 ? "310100" : "320500",
                        31 - look * 0.2,
                        121 - look * 0.3)),
                NOON.plusSeconds(100L * look)));
  }

  @ParameterizedTest
  @EnumSource(NetworkClass.class)
  void placesThroughEachKindOfNetwork(NetworkClass network) {
    theBuyersStayBeforeThe(
        look ->
            claim(
                look,
                true,
                look,
                Connection.values()[look % 3],
                Scene.by(network, Scene.exactly(far(look))),
                NOON.plusSeconds(100L * look)));
  }

  @Test
  void beforeTheSaleOutsideTheTerritoryAfterTheLastDayAndFarAway() {
    scene.soldIn = Set.of("110000");
    scene.standing = Standing.NOT_ACTIVE;
    scene.decide(
        claim(1, true, 1, Connection.LAN, Scene.exactly(GUANGZHOU), NOON.minusSeconds(86_400)));
    scene.standing = Standing.ON_SALE;
    scene.decide(Scene.person(1, NOON, Scene.exactly(BEIJING), 1));
    scene.standing = Standing.EXPIRED;

    Verdict verdict =
        scene.decide(
            claim(2, true, 2, Connection.LAN, Scene.exactly(GUANGZHOU), NOON.plusSeconds(60)));

    assertThat(verdict.reasons())
        .as("all that one client can bring about")
        .isEqualTo(List.of(Reason.PAST_EXPIRY, Reason.OUTSIDE_TERRITORY));
    assertThat(verdict.score()).isLessThan(Threshold.SUSPECT_FROM.standard());
    assertThat(verdict.findings()).hasSize(4);
    assertThat(scene.history.isSuspect()).isFalse();
  }

  @Test
  void anythingAtRandom() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      theBuyersStayBeforeThe(
          look ->
              claim(
                  random.nextInt(40),
                  random.nextBoolean(),
                  random.nextInt(20),
                  Connection.values()[random.nextInt(3)],
                  random.nextBoolean()
                      ? Scene.exactly(far(random.nextInt(6)))
                      : Scene.by(NetworkClass.values()[random.nextInt(6)], far(random.nextInt(6))),
                  NOON.plusSeconds(
                      random.nextBoolean() ? random.nextInt(4_000) : random.nextInt(4_000_000))),
          new Scene());
    }
  }

  @Test
  void twoClientsFarApartAreACopy() {
    scene.decide(Scene.person(1, NOON, Scene.exactly(BEIJING), 1));
    List<Verdict> verdicts =
        Stream.of(3, 4)
            .map(who -> Scene.person(who, NOON.plusSeconds(who), Scene.exactly(GUANGZHOU), who))
            .map(scene::decide)
            .toList();
    assertThat(verdicts.get(1).outcome())
        .as("those who are there tell of one place")
        .isNotEqualTo(Outcome.SUSPECT);

    assertThat(
            scene.decide(Scene.person(5, NOON.plusSeconds(9), Scene.exactly(HARBIN), 5)).outcome())
        .isEqualTo(Outcome.SUSPECT);
  }
}
