package io.zhenma.verification;

import static io.zhenma.verification.Outcome.EXPIRED;
import static io.zhenma.verification.Outcome.GENUINE_FIRST;
import static io.zhenma.verification.Outcome.GENUINE_REPEAT;
import static io.zhenma.verification.Outcome.NOT_ACTIVE;
import static io.zhenma.verification.Outcome.RECALLED;
import static io.zhenma.verification.Outcome.SUSPECT;
import static io.zhenma.verification.Outcome.VOID;
import static io.zhenma.verification.Scene.BEIJING;
import static io.zhenma.verification.Scene.CHENGDU;
import static io.zhenma.verification.Scene.GUANGZHOU;
import static io.zhenma.verification.Scene.HARBIN;
import static io.zhenma.verification.Scene.KUNMING;
import static io.zhenma.verification.Scene.NOON;
import static io.zhenma.verification.Scene.TIANJIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.crypto.CodeKind;
import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Every outcome and every reason that the rules can give. */
class RulesTest {
  private final Scene scene = new Scene();

  private Verdict look(int who, Instant at, Place place) {
    return scene.look(who, at, place);
  }

  private static Instant day(int days) {
    return NOON.plus(Duration.ofDays(days));
  }

  @Test
  void theFirstLookIsFirst() {
    assertThat(look(1, NOON, BEIJING)).isEqualTo(Verdict.of(GENUINE_FIRST, Reason.FIRST_CHECK));
    assertThat(scene.history.first()).map(ItemHistory.FirstCheck::city).contains("110100");
  }

  @Test
  void anotherLookIsARepeatAndNeverFirstAgain() {
    look(1, NOON, BEIJING);

    assertThat(look(1, NOON.plusSeconds(60), BEIJING))
        .isEqualTo(Verdict.of(GENUINE_REPEAT, Reason.CHECKED_BEFORE));
    assertThat(look(2, day(3), TIANJIN).outcome()).isEqualTo(GENUINE_REPEAT);
    assertThat(scene.history.first()).map(ItemHistory.FirstCheck::at).contains(NOON);
  }

  @Test
  void severalScansOfOneDeviceInARowAreOneSession() {
    look(1, NOON, BEIJING);
    look(1, NOON.plusSeconds(60), BEIJING);
    look(1, NOON.plus(Duration.ofHours(2)), BEIJING);

    assertThat(scene.history.scans()).isEqualTo(3);
    assertThat(scene.history.sessions()).isEqualTo(2);
    assertThat(scene.history.devices()).isEqualTo(1);
  }

  @Test
  void strangersAreSuspectOnceThereAreMoreThanThePolicyAllows() {
    for (int who = 1; who <= Threshold.MOST_STRANGERS.standard(); who++) {
      assertThat(look(who, day(who), BEIJING).outcome()).isNotEqualTo(SUSPECT);
    }

    Verdict verdict = look(99, day(30), BEIJING);

    assertThat(verdict.outcome()).isEqualTo(SUSPECT);
    assertThat(verdict.reasons()).containsExactly(Reason.MANY_STRANGERS);
    assertThat(verdict.findings()).containsExactly(new Finding(Reason.MANY_STRANGERS, 71, 8, 7));
    assertThat(verdict.score()).isEqualTo(71);
  }

  @Test
  void howeverManyAreBehindOneNetworkTheyAreNoCopyByThemselves() {
    for (int who = 1; who <= 30; who++) {
      Verdict verdict = scene.decide(Scene.person(who, day(who), BEIJING, 7));
      assertThat(verdict.score()).isZero();
    }
    assertThat(scene.history.devices()).isEqualTo(Sightings.MOST);
  }

  @Test
  void crowdsBehindAFewNetworksAre() {
    for (int who = 1; who <= 11; who++) {
      Verdict verdict = scene.decide(Scene.person(who, day(who), BEIJING, who % 3));
      assertThat(verdict.outcome()).isNotEqualTo(SUSPECT);
    }

    Verdict verdict = scene.decide(Scene.person(99, day(30), BEIJING, 0));

    assertThat(verdict.findings()).contains(new Finding(Reason.MANY_DEVICES, 60, 12, 11));
    assertThat(verdict.outcome()).isEqualTo(SUSPECT);
  }

  @Test
  void aListThatWasFilledFromOneLineHidesNobodyWhoComesLater() {
    for (int who = 1; who <= 40; who++) {
      scene.decide(Scene.person(who, NOON.plusSeconds(who), BEIJING, 7));
    }
    for (int who = 101; who <= 106; who++) {
      assertThat(look(who, day(who), BEIJING).outcome()).isNotEqualTo(SUSPECT);
    }
    assertThat(look(107, day(120), BEIJING).reasons()).contains(Reason.MANY_STRANGERS);
    assertThat(scene.history.isSuspect()).isTrue();
  }

  @Test
  void peopleBehindCarriersGatewaysCountLess() {
    for (int who = 1; who <= 11; who++) {
      assertThat(look(who, day(who), Scene.by(NetworkClass.MOBILE, BEIJING)).outcome())
          .isNotEqualTo(SUSPECT);
    }
  }

  @Test
  void aDeviceThatOnceSharedTheHomesNetworkStaysOfTheHousehold() {
    int home = 7;
    for (int who = 1; who <= 8; who++) {
      scene.decide(Scene.person(who, day(who), BEIJING, home));
    }
    for (int who = 1; who <= 8; who++) {
      assertThat(look(who, day(30 + who), BEIJING).score()).isZero();
    }
  }

  @Test
  void onePhoneThatForgetsItsCookieIsNoCrowd() {
    for (int reload = 0; reload < 20; reload++) {
      Verdict verdict =
          scene.decide(
              Scene.forgetful(1000 + reload, NOON.plus(Duration.ofHours(reload)), BEIJING, 4, 711));
      assertThat(verdict.outcome()).isNotEqualTo(SUSPECT);
    }
    assertThat(scene.history.devices()).isEqualTo(1);
    assertThat(scene.history.sessions()).isEqualTo(20);

    scene.decide(Scene.person(1019, day(2), BEIJING, 4));
    assertThat(scene.history.devices()).as("the phone keeps the last cookie it got").isEqualTo(1);
  }

  @Test
  void aForgetfulPhoneThatMovesIsNeitherACrowdNorATraveller() {
    List<Place> places = List.of(BEIJING, GUANGZHOU, HARBIN, KUNMING, CHENGDU, TIANJIN);
    for (int step = 0; step < 20; step++) {
      Verdict verdict =
          scene.decide(
              Scene.forgetful(
                  step + 1, NOON.plusSeconds(60L * step), places.get(step % 6), step, 711));
      assertThat(verdict.score()).isZero();
    }
  }

  @Test
  void manyProvincesAreSuspect() {
    List<Place> places = List.of(BEIJING, GUANGZHOU, HARBIN, KUNMING, CHENGDU);
    for (int who = 0; who < 5; who++) {
      assertThat(look(who + 1, day(3 * who), places.get(who)).outcome()).isNotEqualTo(SUSPECT);
    }

    Verdict verdict = look(6, day(20), TIANJIN);

    assertThat(verdict.outcome()).isEqualTo(SUSPECT);
    assertThat(verdict.findings()).startsWith(new Finding(Reason.MANY_PLACES, 74, 6, 5)).hasSize(2);
  }

  @Test
  void aJourneyThatNobodyCanMakeIsAHintWhereOnlyAddressesTellOfIt() {
    look(1, NOON, BEIJING);

    Verdict verdict = look(2, NOON.plus(Duration.ofHours(1)), GUANGZHOU);

    assertThat(verdict.outcome()).isEqualTo(GENUINE_REPEAT);
    assertThat(verdict.score()).isEqualTo(Threshold.TRAVEL_POINTS.standard());
    assertThat(verdict.findings()).extracting(Finding::reason).contains(Reason.IMPOSSIBLE_TRAVEL);
    assertThat(verdict.findings().get(0).measured()).isBetween(1250.0, 1350.0);
    assertThat(verdict.findings().get(0).limit()).isEqualTo(1008);
  }

  @Test
  void severalSuchJourneysAreSuspect() {
    look(1, NOON, BEIJING);
    look(2, NOON.plus(Duration.ofHours(1)), GUANGZHOU);

    assertThat(look(3, NOON.plusSeconds(3_650), HARBIN).outcome()).isEqualTo(GENUINE_REPEAT);
    Verdict verdict = look(4, NOON.plusSeconds(3_700), KUNMING);

    assertThat(verdict.outcome()).isEqualTo(SUSPECT);
    assertThat(verdict.reasons())
        .startsWith(Reason.IMPOSSIBLE_TRAVEL)
        .contains(Reason.PLACES_AT_ONCE);
  }

  @Test
  void positionsThatPeopleAllowedProveItAtOnceWhereMoreThanOneTellOfIt() {
    look(1, NOON, Scene.exactly(BEIJING));

    Verdict verdict = look(2, NOON.plus(Duration.ofMinutes(20)), Scene.exactly(TIANJIN));

    assertThat(verdict.outcome()).isEqualTo(GENUINE_REPEAT);
    assertThat(look(3, NOON.plus(Duration.ofMinutes(50)), Scene.exactly(GUANGZHOU)).findings())
        .as("on one network's word, a hint")
        .extracting(Finding::reason, Finding::points)
        .containsExactly(Tuple.tuple(Reason.IMPOSSIBLE_TRAVEL, 30));
    assertThat(look(4, NOON.plus(Duration.ofMinutes(55)), Scene.exactly(GUANGZHOU)).reasons())
        .startsWith(Reason.IMPOSSIBLE_TRAVEL);
    assertThat(scene.history.isSuspect()).isTrue();
  }

  @Test
  void aFlightAParcelANeighbouringCityAndOneJumpingPhoneAreNoEvidence() {
    look(1, NOON, BEIJING);
    assertThat(look(2, NOON.plus(Duration.ofHours(4)), GUANGZHOU).score()).isZero();
    scene.history = ItemHistory.NONE;
    look(1, NOON, BEIJING);
    assertThat(look(2, NOON.plusSeconds(10), TIANJIN).score()).isZero();
    scene.history = ItemHistory.NONE;
    look(1, NOON, BEIJING);
    assertThat(look(1, NOON.plusSeconds(10), GUANGZHOU).score()).isZero();
  }

  @Test
  void aCarriersGatewayIsHardlyEvidence() {
    look(1, NOON, BEIJING);

    assertThat(look(2, NOON.plusSeconds(10), Scene.by(NetworkClass.MOBILE, GUANGZHOU)).score())
        .isEqualTo(10);
    Circumstances saysSo =
        new Circumstances(
            java.util.UUID.randomUUID(),
            NOON.plusSeconds(20),
            3L << 32,
            true,
            3,
            3,
            Connection.MOBILE,
            HARBIN);
    assertThat(scene.decide(saysSo).reasons()).doesNotContain(Reason.PLACES_AT_ONCE);
  }

  @Test
  void relaysRentedMachinesAndUnknownPlacesProveNothing() {
    look(1, NOON, BEIJING);

    assertThat(look(2, NOON.plusSeconds(10), Scene.by(NetworkClass.RELAY, GUANGZHOU)).score())
        .isZero();
    assertThat(look(3, NOON.plusSeconds(20), Scene.by(NetworkClass.DATA_CENTRE, HARBIN)).score())
        .isZero();
    assertThat(look(4, NOON.plusSeconds(30), Place.UNKNOWN).findings())
        .extracting(Finding::reason)
        .doesNotContain(Reason.IMPOSSIBLE_TRAVEL, Reason.MANY_PLACES);
  }

  @Test
  void manyStrangersWithinAnHourAreARush() {
    for (int who = 1; who <= 5; who++) {
      look(who, NOON.plusSeconds(60L * who), BEIJING);
    }

    assertThat(look(6, NOON.plusSeconds(400), BEIJING).findings())
        .contains(new Finding(Reason.RUSH, 30, 6, 5));
    assertThat(scene.history.isSuspect()).as("that alone is no proof").isFalse();
    assertThat(look(7, NOON.plusSeconds(500), BEIJING).reasons())
        .containsExactly(Reason.MANY_STRANGERS, Reason.RUSH);
  }

  @Test
  void onceSuspectAlwaysSuspectWithTheReasonsKept() {
    for (int who = 1; who <= 8; who++) {
      look(who, day(who), BEIJING);
    }
    Instant since = scene.history.suspectSince().orElseThrow();

    scene.policy = Policy.STANDARD.with(Threshold.SUSPECT_FROM, 100);
    assertThat(look(1, day(90), BEIJING).outcome()).isEqualTo(SUSPECT);
    assertThat(look(1, day(91), BEIJING).reasons()).containsExactly(Reason.MANY_STRANGERS);
    assertThat(scene.history.suspectSince()).contains(since).contains(day(8));
  }

  @Test
  void aBrandsThresholdsHold() {
    scene.policy =
        Policy.STANDARD.with(Threshold.SUSPECT_FROM, 30).with(Threshold.MOST_STRANGERS, 2);
    look(1, NOON, BEIJING);
    look(2, day(1), BEIJING);

    assertThat(look(3, day(2), BEIJING).outcome()).isEqualTo(SUSPECT);
  }

  @Test
  void looksBeforeTheSaleAreRememberedButUseNothingUp() {
    scene.standing = Standing.NOT_ACTIVE;
    assertThat(look(1, NOON, BEIJING)).isEqualTo(Verdict.of(NOT_ACTIVE, Reason.BATCH_NOT_ACTIVE));
    scene.standing = Standing.ON_SALE;

    Verdict verdict = look(2, day(9), BEIJING);

    assertThat(verdict.outcome()).isEqualTo(GENUINE_FIRST);
    assertThat(verdict.findings()).containsExactly(new Finding(Reason.CHECKED_EARLY, 15, 1, 0));
  }

  @Test
  void aCodeThatWentRoundBeforeTheSaleIsSuspectOnItsFirstDay() {
    scene.standing = Standing.ITEM_NOT_ACTIVE;
    for (int who = 1; who <= 6; who++) {
      look(who, day(who), BEIJING);
    }
    scene.standing = Standing.ON_SALE;

    assertThat(look(9, day(20), BEIJING).reasons())
        .containsExactly(Reason.MANY_STRANGERS, Reason.CHECKED_EARLY);
    assertThat(scene.history.first()).isEmpty();
  }

  @Test
  void oneLookOutsideTheSoldTerritoryIsALabelAndNoSuspicion() {
    scene.soldIn = Set.of("110000", "120000");
    look(1, NOON, BEIJING);

    Verdict verdict = look(2, day(9), GUANGZHOU);

    assertThat(verdict.outcome()).isEqualTo(GENUINE_REPEAT);
    assertThat(verdict.reasons()).containsExactly(Reason.CHECKED_BEFORE, Reason.OUTSIDE_TERRITORY);
    assertThat(verdict.findings()).containsExactly(new Finding(Reason.OUTSIDE_TERRITORY, 8, 1, 0));
    assertThat(look(1, day(10), TIANJIN).reasons()).containsExactly(Reason.CHECKED_BEFORE);
  }

  @Test
  void nobodyIsOutsideOfATerritoryByAGatewayARelayOrFromAbroad() {
    scene.soldIn = Set.of("110000");

    assertThat(look(1, NOON, Scene.by(NetworkClass.MOBILE, GUANGZHOU)).score()).isZero();
    assertThat(look(2, day(3), Scene.by(NetworkClass.RELAY, GUANGZHOU)).score()).isZero();
    assertThat(look(3, day(6), Place.UNKNOWN).reasons()).containsExactly(Reason.CHECKED_BEFORE);
  }

  @Test
  void somebodyNewAfterTheLastDayIsNotedBesideTheAnswer() {
    look(1, NOON, BEIJING);
    scene.standing = Standing.EXPIRED;

    assertThat(look(1, day(200), BEIJING)).isEqualTo(Verdict.of(EXPIRED, Reason.PAST_EXPIRY));
    assertThat(look(2, day(201), BEIJING).findings())
        .containsExactly(new Finding(Reason.PAST_EXPIRY, 6, 0, 0));
  }

  @Test
  void aConfirmedCopyIsSuspectForGood() {
    look(1, NOON, BEIJING);
    scene.history =
        scene.history.ruled(new Ruling(Ruling.Kind.COPY_CONFIRMED, NOON.plusSeconds(9)));

    Verdict verdict = look(1, day(3), BEIJING);

    assertThat(verdict.outcome()).isEqualTo(SUSPECT);
    assertThat(verdict.reasons()).containsExactly(Reason.CONFIRMED_COPY);
    assertThat(verdict.score()).isEqualTo(100);
    assertThat(scene.history.suspectSince()).contains(NOON.plusSeconds(9));
  }

  @Test
  void aClearedItemBeginsAnewAndItsScannersAreToldSo() {
    for (int who = 1; who <= 9; who++) {
      look(who, day(who), BEIJING);
    }
    scene.history = scene.history.ruled(new Ruling(Ruling.Kind.CLEARED, day(10)));

    Verdict verdict = look(9, day(11), BEIJING);

    assertThat(verdict)
        .isEqualTo(Verdict.of(GENUINE_REPEAT, Reason.CHECKED_BEFORE, Reason.BRAND_CLEARED));
    for (int who = 21; who <= 27; who++) {
      look(who, day(who), BEIJING);
    }
    assertThat(scene.history.isSuspect()).as("new evidence counts").isTrue();
    assertThat(scene.history.suspectSince()).contains(day(27));
  }

  @Test
  void anItemThatAnOperatorVoidedIsVoidWhateverItsBatch() {
    scene.history = scene.history.ruled(new Ruling(Ruling.Kind.VOIDED, NOON));

    assertThat(look(1, day(1), BEIJING)).isEqualTo(Verdict.of(VOID, Reason.ITEM_VOID));
    scene.standing = Standing.NOT_ACTIVE;
    assertThat(look(1, day(1), BEIJING).outcome()).isEqualTo(VOID);
    scene.standing = Standing.RECALLED;
    assertThat(look(1, day(1), BEIJING).outcome()).isEqualTo(RECALLED);
  }

  @Test
  void theBatchSpeaksBeforeTheItem() {
    assertThat(atStanding(Standing.RECALLED))
        .isEqualTo(Verdict.of(RECALLED, Reason.BATCH_RECALLED));
    assertThat(atStanding(Standing.VOID)).isEqualTo(Verdict.of(VOID, Reason.BATCH_VOID));
    assertThat(atStanding(Standing.EXPIRED)).isEqualTo(Verdict.of(EXPIRED, Reason.PAST_EXPIRY));
    assertThat(scene.history.first()).as("none of these uses the first check up").isEmpty();
    assertThat(scene.history.scans()).isEqualTo(3);
    assertThat(atStanding(Standing.ON_SALE).outcome()).isEqualTo(GENUINE_FIRST);
  }

  @Test
  void anItemThatStandsOtherwiseThanItsBatchIsToldSoForItself() {
    assertThat(atStanding(Standing.ITEM_NOT_ACTIVE))
        .isEqualTo(Verdict.of(NOT_ACTIVE, Reason.ITEM_NOT_ACTIVE));
    assertThat(atStanding(Standing.ITEM_RECALLED))
        .isEqualTo(Verdict.of(RECALLED, Reason.ITEM_RECALLED));
    assertThat(atStanding(Standing.ITEM_VOID)).isEqualTo(Verdict.of(VOID, Reason.ITEM_VOID));
  }

  private Verdict atStanding(Standing standing) {
    scene.standing = standing;
    return look(1, NOON, BEIJING);
  }

  @Test
  void theCodeOnTheBoxUsesNothingUpAndIsNoEvidence() {
    scene.kind = CodeKind.OUTER;
    for (int who = 0; who < 40; who++) {
      assertThat(look(who, NOON, BEIJING)).isEqualTo(Verdict.of(GENUINE_REPEAT, Reason.OUTER_CODE));
    }
    assertThat(scene.history.devices()).isZero();
    scene.standing = Standing.EXPIRED;
    assertThat(look(1, NOON, BEIJING))
        .isEqualTo(Verdict.of(EXPIRED, Reason.PAST_EXPIRY, Reason.OUTER_CODE));
    scene.kind = CodeKind.INNER;
    scene.standing = Standing.ON_SALE;
    assertThat(look(1, NOON, BEIJING).outcome()).isEqualTo(GENUINE_FIRST);
  }

  @Test
  void theBoxOfACopiedItemIsSuspectToo() {
    for (int who = 1; who <= 9; who++) {
      look(who, day(who), BEIJING);
    }
    scene.kind = CodeKind.OUTER;

    assertThat(look(50, day(20), BEIJING).outcome()).isEqualTo(SUSPECT);
  }

  @Test
  void aProgramsLookIsNeverFirstWhateverTheItemsStanding() {
    for (Standing standing : Standing.values()) {
      scene.standing = standing;
      Decision decision = Rules.decideAutomated(scene.code(), ItemHistory.NONE, Policy.STANDARD);
      assertThat(decision.after()).isEqualTo(ItemHistory.NONE);
      assertThat(decision.verdict().outcome()).isNotEqualTo(GENUINE_FIRST);
      assertThat(decision.verdict().reasons())
          .contains(Reason.AUTOMATED_LOOK)
          .doesNotContain(Reason.OUTER_CODE);
    }
  }

  @Test
  void aProgramIsToldWhatIsKnownAndChangesNothing() {
    ItemHistory before = scene.history;

    Decision decision = Rules.decideAutomated(scene.code(), before, Policy.STANDARD);

    assertThat(decision.verdict().outcome()).isEqualTo(GENUINE_REPEAT);
    assertThat(decision.verdict().reasons()).containsExactly(Reason.AUTOMATED_LOOK);
    assertThat(decision.after()).isSameAs(before);
    assertThat(look(1, NOON, BEIJING).outcome()).isEqualTo(GENUINE_FIRST);
    scene.keyRevoked = true;
    assertThat(Rules.decideAutomated(scene.code(), before, Policy.STANDARD).verdict().reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.AUTOMATED_LOOK);
  }

  @Test
  void aCodeOfALeakedKeyIsSuspectWhateverElseSpeaksForIt() {
    scene.keyRevoked = true;

    Verdict verdict = look(1, NOON, BEIJING);

    assertThat(verdict.outcome()).isEqualTo(SUSPECT);
    assertThat(verdict.reasons()).containsExactly(Reason.KEY_REVOKED, Reason.FIRST_CHECK);
    assertThat(verdict.score()).isEqualTo(100);
    assertThat(look(1, NOON.plusSeconds(60), BEIJING).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.CHECKED_BEFORE);
    scene.kind = CodeKind.OUTER;
    assertThat(look(1, NOON, BEIJING).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.OUTER_CODE);
    scene.kind = CodeKind.INNER;
    assertThat(atStanding(Standing.EXPIRED).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.PAST_EXPIRY);
    assertThat(atStanding(Standing.NOT_ACTIVE).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.BATCH_NOT_ACTIVE);
  }

  @Test
  void voidAndRecalledComeBeforeALeakedKey() {
    scene.keyRevoked = true;

    assertThat(atStanding(Standing.VOID)).isEqualTo(Verdict.of(VOID, Reason.BATCH_VOID));
    assertThat(atStanding(Standing.RECALLED))
        .isEqualTo(Verdict.of(RECALLED, Reason.BATCH_RECALLED));
    assertThat(atStanding(Standing.ITEM_RECALLED).outcome()).isEqualTo(RECALLED);
    assertThat(atStanding(Standing.ITEM_VOID).outcome()).isEqualTo(VOID);
  }

  @Test
  void underALeakedKeyTheHistoryGoesOnAndOtherEvidenceIsListed() {
    scene.keyRevoked = true;
    for (int who = 1; who <= 8; who++) {
      look(who, day(who), BEIJING);
    }

    assertThat(look(1, day(9), BEIJING).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.MANY_STRANGERS);
    assertThat(scene.history.first()).map(ItemHistory.FirstCheck::at).contains(day(1));
    assertThat(scene.history.evidence().reasons()).containsExactly(Reason.MANY_STRANGERS);
  }

  @Test
  void aFamousCopyCostsNoMoreThanAnHonestItem() {
    for (int who = 1; who <= 10_000; who++) {
      look(who, NOON.plusSeconds(who), BEIJING);
    }

    assertThat(scene.history.sightings().bytes()).hasSizeLessThanOrEqualTo(577);
    assertThat(scene.history.evidence().text()).hasSizeLessThanOrEqualTo(400);
    assertThat(scene.history.devices()).isEqualTo(Sightings.MOST);
  }

  @Test
  void sightingsOfEarlierReleasesAreUnderstood() {
    byte[] old = new byte[32];
    java.nio.ByteBuffer.wrap(old)
        .putLong(5L << 32)
        .putLong(NOON.getEpochSecond() << 32)
        .putLong(6L << 32)
        .putLong(NOON.getEpochSecond() << 32 | 77);
    scene.history =
        new ItemHistory(
            2,
            2,
            Sightings.of(old),
            java.util.Optional.empty(),
            Evidence.NONE,
            java.util.Optional.empty(),
            java.util.Optional.empty());

    look(5, NOON.plusSeconds(60), BEIJING);

    assertThat(scene.history.devices()).isEqualTo(2);
    assertThat(scene.history.sessions()).as("the session goes on").isEqualTo(2);
  }

  @Test
  void everyReasonOfCopiesFitsTheJournalsColumn() {
    int longest =
        java.util.Arrays.stream(Reason.values()).mapToInt(r -> r.name().length()).max().orElse(0);

    assertThat(Verdict.MOST_REASONS * (longest + 1)).isLessThanOrEqualTo(120);
  }
}
