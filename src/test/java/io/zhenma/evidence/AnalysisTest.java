package io.zhenma.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhenma.crypto.CodeKind;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import io.zhenma.problem.ProblemException;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scans tell when they are laid side by side. */
class AnalysisTest {
  private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
  private static final Position SHENZHEN = new Position(22.5431, 114.0579);
  private static final Position BEIJING = new Position(39.9042, 116.4074);
  private static final Policy POLICY = Policy.STANDARD;

  @Test
  void aDeviceThatComesBackSoonIsStillInItsSession() {
    List<Look> looks =
        List.of(look(0, "a", SHENZHEN), look(20, "b", SHENZHEN), look(29, "a", SHENZHEN));
    Sessions sessions = Analysis.of(looks, POLICY).sessions();

    assertThat(looks.stream().map(sessions::of)).containsExactly(1, 2, 1);
    assertThat(Analysis.of(List.of(look(0, "a", SHENZHEN), look(31, "a", SHENZHEN)), POLICY))
        .satisfies(later -> assertThat(later.sessions().count()).isEqualTo(2));
  }

  @Test
  void twoDevicesTooFarApartMadeAnImpossibleJourney() {
    List<Journey> journeys =
        journeys(look(0, "a", SHENZHEN), look(30, "b", BEIJING), look(31, "b", BEIJING));

    assertThat(journeys).hasSize(1);
    assertThat(journeys.get(0).impossible()).isTrue();
    assertThat(journeys.get(0).metres()).isCloseTo(1_943_000, within(10_000.0));
    assertThat(journeys.get(0).leastMetres()).isLessThan(journeys.get(0).metres());
    assertThat(journeys.get(0).metresPerSecond()).isCloseTo(1_079, within(10.0));
  }

  @Test
  void oneDeviceOrEnoughTimeMakesAnOrdinaryOne() {
    assertThat(journeys(look(0, "a", SHENZHEN), look(30, "a", BEIJING)))
        .singleElement()
        .matches(journey -> !journey.impossible());
    assertThat(journeys(look(0, "a", SHENZHEN), look(300, "b", BEIJING)))
        .singleElement()
        .matches(journey -> !journey.impossible());
  }

  @Test
  void boxesAndProgramsTravelNowhere() {
    Look box = with(look(10, "c", BEIJING), CodeKind.OUTER, "PERSON");
    Look preview = with(look(11, "d", BEIJING), CodeKind.INNER, "PREVIEW");

    assertThat(journeys(look(0, "a", SHENZHEN), box, preview, look(20, "b", SHENZHEN))).isEmpty();
  }

  @Test
  void theMostTellingJourneysAreKeptInOrderOfTime() {
    List<Look> looks =
        IntStream.range(0, 300)
            .mapToObj(i -> look(i * 600, "d" + i, i % 2 == 0 ? SHENZHEN : BEIJING))
            .toList();
    List<Look> withAFast = new ArrayList<>(looks);
    withAFast.add(look(299 * 600 + 10, "fast", SHENZHEN));

    List<Journey> journeys = Analysis.of(withAFast, POLICY).journeys();

    assertThat(journeys).hasSize(100);
    assertThat(journeys).isSortedAccordingTo((a, b) -> a.arrived().compareTo(b.arrived()));
    assertThat(journeys.get(99).impossible()).isTrue();
  }

  @Test
  void aRuleFiresOnceAtTheScanThatBroughtItAbout() {
    Look first = suspect(0, Reason.MANY_STRANGERS);
    Look second = suspect(1, Reason.MANY_STRANGERS, Reason.IMPOSSIBLE_TRAVEL);
    Look third = suspect(2, Reason.IMPOSSIBLE_TRAVEL, Reason.MANY_STRANGERS);
    List<Look> looks = List.of(first, second, third);
    Firings all = new Firings(looks, true);
    Firings newest = new Firings(looks, false);

    assertThat(looks.stream().map(all::of))
        .containsExactly(
            List.of(Reason.MANY_STRANGERS), List.of(Reason.IMPOSSIBLE_TRAVEL), List.of());
    assertThat(newest.of(first)).isEmpty();
    assertThat(newest.of(second)).containsExactly(Reason.IMPOSSIBLE_TRAVEL);
  }

  @Test
  void aGivenPositionIsToldToAKilometreAndNoBetter() {
    Spot spot =
        Spot.of(
            "CN", "440000", "440300", PlaceSource.POSITION, new Position(22.54321, 114.0579), 50);

    assertThat(spot.position()).contains(new Position(22.54, 114.06));
    assertThat(spot.uncertaintyMetres()).isGreaterThanOrEqualTo(800);
  }

  @Test
  void aPlaceOfAnAddressIsTheMiddleOfItsRegion() {
    assertThat(Spot.of("CN", "440000", "440300", PlaceSource.IP, null, 300_000).position())
        .hasValueSatisfying(at -> assertThat(at.distanceMetres(SHENZHEN)).isLessThan(20_000));
    assertThat(Spot.of("JP", "", "", PlaceSource.IP, null, 5_000_000).position()).isPresent();
    assertThat(Spot.of("", "", "", PlaceSource.NONE, null, 20_000_000).position()).isEmpty();
  }

  @Test
  void devicesAndSpotsAreCountedTheMostSeenFirst() {
    Analysis analysis =
        Analysis.of(
            List.of(
                look(0, "a", SHENZHEN),
                look(1, "b", SHENZHEN),
                look(60, "b", BEIJING),
                look(61, "b", BEIJING)),
            POLICY);

    assertThat(analysis.devices().get(0))
        .matches(seen -> seen.of().equals("b") && seen.looks() == 3)
        .matches(seen -> seen.sessions() == 2 && seen.others() == 2);
    assertThat(analysis.spots()).hasSize(2).allMatch(seen -> seen.looks() == 2);
  }

  @Test
  void aTimeLineIsReadToItsEndWhateverComesMeanwhile() {
    List<Look> looks = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 57; i++) {
      looks.add(at(look(random.nextInt(5), "a", SHENZHEN), i));
    }
    List<Look> sorted = looks.stream().sorted(Look.BY_TIME).toList();
    List<Look> read = new ArrayList<>();
    Optional<LookCursor> before = Optional.empty();
    for (int page = 0; page < 6; page++) {
      List<Look> more = new ArrayList<>(sorted);
      more.add(at(look(100 + page, "new", SHENZHEN), 100 + page));
      List<Look> part = Analysis.of(page == 0 ? sorted : more, POLICY).newest(before, 10);
      read.addAll(part);
      before = Optional.of(LookCursor.parse(LookCursor.of(part.get(part.size() - 1)).toString()));
    }
    Collections.reverse(read);

    assertThat(read).isEqualTo(sorted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1", "1-2", "1-2-x", "-1-2-3", "1-2-3-4", "999999999999999-1-1"})
  void whatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> LookCursor.parse(text)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> SuspectCursor.parse(text)).isInstanceOf(ProblemException.class);
  }

  private static List<Journey> journeys(Look... looks) {
    return Analysis.of(List.of(looks), POLICY).journeys();
  }

  private static Look look(int minutes, String device, Position position) {
    return new Look(
        new UUID(minutes, device.hashCode()),
        NOON.plusSeconds(60L * minutes),
        0,
        minutes,
        CodeKind.INNER,
        Outcome.GENUINE_REPEAT,
        List.of(Reason.CHECKED_BEFORE),
        0,
        1,
        "PERSON",
        device,
        new Look.Agent("", "", "", "", ""),
        "OTHER",
        Spot.of("CN", "", "", PlaceSource.POSITION, position, 50));
  }

  private static Look suspect(int minutes, Reason... reasons) {
    Look like = look(minutes, "d" + minutes, SHENZHEN);
    return copy(like, like.kind(), like.visitor(), Outcome.SUSPECT, List.of(reasons), like.seq());
  }

  private static Look with(Look like, CodeKind kind, String visitor) {
    return copy(like, kind, visitor, like.outcome(), like.reasons(), like.seq());
  }

  private static Look at(Look like, long seq) {
    return copy(like, like.kind(), like.visitor(), like.outcome(), like.reasons(), seq);
  }

  private static Look copy(
      Look like, CodeKind kind, String visitor, Outcome outcome, List<Reason> reasons, long seq) {
    return new Look(
        like.scanId(),
        like.at(),
        (int) (seq % 3),
        seq,
        kind,
        outcome,
        reasons,
        like.score(),
        like.policyVersion(),
        visitor,
        like.device(),
        like.agent(),
        like.carrier(),
        like.spot());
  }
}
