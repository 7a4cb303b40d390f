package io.zhenma.verification;

import static io.zhenma.verification.Outcome.EXPIRED;
import static io.zhenma.verification.Outcome.GENUINE_FIRST;
import static io.zhenma.verification.Outcome.GENUINE_REPEAT;
import static io.zhenma.verification.Outcome.NOT_ACTIVE;
import static io.zhenma.verification.Outcome.RECALLED;
import static io.zhenma.verification.Outcome.SUSPECT;
import static io.zhenma.verification.Outcome.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.crypto.CodeKind;
import io.zhenma.place.Carrier;
import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every outcome and every reason that the rules can give. */
class RulesTest {
  private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
  private static final Place BEIJING = city("110000", "110100", 39.9, 116.4);
  private static final Place GUANGZHOU = city("440000", "440100", 23.1, 113.3);
  private static final Place TIANJIN = city("120000", "120100", 39.1, 117.2);

  private ItemHistory history = ItemHistory.NONE;
  private boolean keyRevoked;

  @Test
  void theFirstLookIsFirst() {
    assertThat(look(1, NOON, BEIJING)).isEqualTo(Verdict.of(GENUINE_FIRST, Reason.FIRST_CHECK));
    assertThat(history.first()).map(ItemHistory.FirstCheck::city).contains("110100");
  }

  @Test
  void anotherLookIsARepeatAndNeverFirstAgain() {
    look(1, NOON, BEIJING);

    assertThat(look(1, NOON.plusSeconds(60), BEIJING))
        .isEqualTo(Verdict.of(GENUINE_REPEAT, Reason.CHECKED_BEFORE));
    assertThat(look(2, NOON.plus(Duration.ofDays(3)), TIANJIN).outcome()).isEqualTo(GENUINE_REPEAT);
    assertThat(history.first()).map(ItemHistory.FirstCheck::at).contains(NOON);
  }

  @Test
  void severalScansOfOneDeviceInARowAreOneSession() {
    look(1, NOON, BEIJING);
    look(1, NOON.plusSeconds(60), BEIJING);
    look(1, NOON.plus(Duration.ofHours(2)), BEIJING);

    assertThat(history.scans()).isEqualTo(3);
    assertThat(history.sessions()).isEqualTo(2);
    assertThat(history.devices()).isEqualTo(1);
  }

  @Test
  void aHouseholdIsNoCopyButACrowdIs() {
    for (int device = 1; device <= Policy.STANDARD.mostDevices(); device++) {
      assertThat(look(device, NOON.plus(Duration.ofDays(device)), BEIJING).outcome())
          .isNotEqualTo(SUSPECT);
    }

    assertThat(look(99, NOON.plus(Duration.ofDays(30)), BEIJING))
        .isEqualTo(Verdict.of(SUSPECT, Reason.MANY_DEVICES));
  }

  @Test
  void onePhoneThatForgetsItsCookieIsNoCrowd() {
    for (int reload = 0; reload < 20; reload++) {
      Circumstances now =
          new Circumstances(
              UUID.randomUUID(), NOON.plus(Duration.ofHours(reload)), 1000 + reload, 4711, BEIJING);
      assertThat(decide(CodeKind.INNER, Standing.ON_SALE, now).outcome()).isNotEqualTo(SUSPECT);
    }
    assertThat(history.devices()).isEqualTo(1);
    assertThat(history.sessions()).isEqualTo(20);

    look(1019, NOON.plus(Duration.ofDays(2)), BEIJING);
    assertThat(history.devices()).as("the phone keeps the last cookie it got").isEqualTo(1);
  }

  @Test
  void twoDevicesFarApartWithinAnHourAreTwoItems() {
    look(1, NOON, BEIJING);

    assertThat(look(2, NOON.plus(Duration.ofHours(1)), GUANGZHOU))
        .isEqualTo(Verdict.of(SUSPECT, Reason.IMPOSSIBLE_TRAVEL));
  }

  @Test
  void aFlightAParcelANeighbouringCityAndAJumpingGatewayAreNoCopies() {
    look(1, NOON, BEIJING);

    assertThat(look(2, NOON.plus(Duration.ofHours(4)), GUANGZHOU).outcome())
        .isEqualTo(GENUINE_REPEAT);
    history = ItemHistory.NONE;
    look(1, NOON, BEIJING);
    assertThat(look(2, NOON.plusSeconds(10), TIANJIN).outcome()).isEqualTo(GENUINE_REPEAT);
    history = ItemHistory.NONE;
    look(1, NOON, BEIJING);
    assertThat(look(1, NOON.plusSeconds(10), GUANGZHOU).outcome()).isEqualTo(GENUINE_REPEAT);
  }

  @Test
  void anUnknownPlaceProvesNothing() {
    look(1, NOON, Place.UNKNOWN);

    assertThat(look(2, NOON.plusSeconds(10), GUANGZHOU).outcome()).isEqualTo(GENUINE_REPEAT);
    assertThat(look(3, NOON.plusSeconds(20), Place.UNKNOWN).outcome()).isEqualTo(GENUINE_REPEAT);
  }

  @Test
  void onceSuspectAlwaysSuspectWithTheReasonsKept() {
    look(1, NOON, BEIJING);
    look(2, NOON.plusSeconds(60), GUANGZHOU);

    assertThat(look(1, NOON.plus(Duration.ofDays(90)), BEIJING))
        .isEqualTo(Verdict.of(SUSPECT, Reason.IMPOSSIBLE_TRAVEL));
    assertThat(history.suspicion())
        .map(ItemHistory.Suspicion::since)
        .contains(NOON.plusSeconds(60));
  }

  @Test
  void theBatchSpeaksBeforeTheItem() {
    assertThat(decide(CodeKind.INNER, Standing.NOT_ACTIVE))
        .isEqualTo(Verdict.of(NOT_ACTIVE, Reason.BATCH_NOT_ACTIVE));
    assertThat(decide(CodeKind.INNER, Standing.RECALLED))
        .isEqualTo(Verdict.of(RECALLED, Reason.BATCH_RECALLED));
    assertThat(decide(CodeKind.INNER, Standing.VOID))
        .isEqualTo(Verdict.of(VOID, Reason.BATCH_VOID));
    assertThat(decide(CodeKind.INNER, Standing.EXPIRED))
        .isEqualTo(Verdict.of(EXPIRED, Reason.PAST_EXPIRY));
    assertThat(history.first()).as("none of these uses the first check up").isEmpty();
    assertThat(history.scans()).isEqualTo(4);
    assertThat(look(1, NOON, BEIJING).outcome()).isEqualTo(GENUINE_FIRST);
  }

  @Test
  void theCodeOnTheBoxUsesNothingUpAndIsNoEvidence() {
    for (int device = 0; device < 40; device++) {
      assertThat(decide(CodeKind.OUTER, Standing.ON_SALE))
          .isEqualTo(Verdict.of(GENUINE_REPEAT, Reason.OUTER_CODE));
    }
    assertThat(history.devices()).isZero();
    assertThat(look(1, NOON, BEIJING).outcome()).isEqualTo(GENUINE_FIRST);
  }

  @Test
  void theBoxOfACopiedItemIsSuspectToo() {
    look(1, NOON, BEIJING);
    look(2, NOON.plusSeconds(60), GUANGZHOU);

    assertThat(decide(CodeKind.OUTER, Standing.ON_SALE).outcome()).isEqualTo(SUSPECT);
  }

  @Test
  void aCodeOfALeakedKeyIsSuspectWhateverElseSpeaksForIt() {
    keyRevoked = true;

    assertThat(look(1, NOON, BEIJING))
        .isEqualTo(new Verdict(SUSPECT, List.of(Reason.KEY_REVOKED, Reason.FIRST_CHECK)));
    assertThat(look(1, NOON.plusSeconds(60), BEIJING))
        .isEqualTo(new Verdict(SUSPECT, List.of(Reason.KEY_REVOKED, Reason.CHECKED_BEFORE)));
    assertThat(decide(CodeKind.OUTER, Standing.ON_SALE).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.OUTER_CODE);
    assertThat(decide(CodeKind.INNER, Standing.EXPIRED).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.PAST_EXPIRY);
    assertThat(decide(CodeKind.INNER, Standing.NOT_ACTIVE).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.BATCH_NOT_ACTIVE);
  }

  @Test
  void voidAndRecalledComeBeforeALeakedKey() {
    keyRevoked = true;

    assertThat(decide(CodeKind.INNER, Standing.VOID))
        .isEqualTo(Verdict.of(VOID, Reason.BATCH_VOID));
    assertThat(decide(CodeKind.INNER, Standing.RECALLED))
        .isEqualTo(Verdict.of(RECALLED, Reason.BATCH_RECALLED));
    assertThat(decide(CodeKind.INNER, Standing.ITEM_RECALLED).outcome()).isEqualTo(RECALLED);
    assertThat(decide(CodeKind.INNER, Standing.ITEM_VOID).outcome()).isEqualTo(VOID);
  }

  @Test
  void underALeakedKeyTheHistoryGoesOnAndOtherEvidenceIsListed() {
    keyRevoked = true;
    look(1, NOON, BEIJING);

    assertThat(look(2, NOON.plusSeconds(60), GUANGZHOU).reasons())
        .containsExactly(Reason.KEY_REVOKED, Reason.IMPOSSIBLE_TRAVEL);
    assertThat(history.first()).map(ItemHistory.FirstCheck::at).contains(NOON);
    assertThat(history.suspicion())
        .map(ItemHistory.Suspicion::reasons)
        .contains(List.of(Reason.IMPOSSIBLE_TRAVEL));
  }

  @Test
  void aFamousCopyCostsNoMoreThanAnHonestItem() {
    for (int device = 0; device < 10_000; device++) {
      look(device, NOON.plusSeconds(device), BEIJING);
    }

    assertThat(history.sightings().bytes()).hasSizeLessThanOrEqualTo(512);
    assertThat(history.devices()).isEqualTo(Sightings.MOST);
    assertThat(Sightings.of(history.sightings().bytes()).bytes())
        .isEqualTo(history.sightings().bytes());
  }

  @Test
  void anItemThatStandsOtherwiseThanItsBatchIsToldSoForItself() {
    assertThat(decide(CodeKind.INNER, Standing.ITEM_NOT_ACTIVE))
        .isEqualTo(Verdict.of(NOT_ACTIVE, Reason.ITEM_NOT_ACTIVE));
    assertThat(decide(CodeKind.INNER, Standing.ITEM_RECALLED))
        .isEqualTo(Verdict.of(RECALLED, Reason.ITEM_RECALLED));
    assertThat(decide(CodeKind.INNER, Standing.ITEM_VOID))
        .isEqualTo(Verdict.of(VOID, Reason.ITEM_VOID));
  }

  private Verdict look(long device, Instant at, Place place) {
    return decide(
        CodeKind.INNER,
        Standing.ON_SALE,
        new Circumstances(UUID.randomUUID(), at, device, Circumstances.RETURNING, place));
  }

  private Verdict decide(CodeKind kind, Standing standing) {
    return decide(
        kind,
        standing,
        new Circumstances(UUID.randomUUID(), NOON, 77, Circumstances.RETURNING, BEIJING));
  }

  @Test
  void aProgramsLookIsNeverFirstAndChangesNothing() {
    Circumstances now =
        new Circumstances(UUID.randomUUID(), NOON, 77, Circumstances.RETURNING, BEIJING);
    for (Standing standing : Standing.values()) {
      Decision decision =
          Rules.decideAutomated(standing, false, ItemHistory.NONE, now, Policy.STANDARD);
      assertThat(decision.after()).isEqualTo(ItemHistory.NONE);
      assertThat(decision.verdict().outcome()).isNotEqualTo(GENUINE_FIRST);
      assertThat(decision.verdict().reasons())
          .contains(Reason.AUTOMATED_LOOK)
          .doesNotContain(Reason.OUTER_CODE);
    }
  }

  @Test
  void aProgramIsToldOfSuspicionAndOfALeakedKeyToo() {
    ItemHistory copied = ItemHistory.NONE.withSuspicion(NOON, List.of(Reason.MANY_DEVICES));
    Circumstances now =
        new Circumstances(UUID.randomUUID(), NOON, 77, Circumstances.RETURNING, BEIJING);
    assertThat(
            Rules.decideAutomated(Standing.ON_SALE, true, copied, now, Policy.STANDARD).verdict())
        .isEqualTo(
            new Verdict(
                SUSPECT, List.of(Reason.KEY_REVOKED, Reason.MANY_DEVICES, Reason.AUTOMATED_LOOK)));
  }

  private Verdict decide(CodeKind kind, Standing standing, Circumstances now) {
    Decision decision = Rules.decide(kind, standing, keyRevoked, history, now, Policy.STANDARD);
    history = decision.after();
    return decision.verdict();
  }

  private static Place city(String province, String city, double latitude, double longitude) {
    return new Place(
        "CN",
        province,
        city,
        Carrier.CHINA_TELECOM,
        NetworkClass.ACCESS,
        PlaceSource.IP,
        Optional.of(new Position(latitude, longitude)),
        300_000);
  }
}
