package io.zhenma.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every history, however odd. */
class RulesPropertiesTest {
  private static final List<Place> PLACES =
      List.of(
          Scene.BEIJING,
          Scene.GUANGZHOU,
          Scene.TIANJIN,
          Scene.CHENGDU,
          Scene.HARBIN,
          Scene.KUNMING,
          Place.UNKNOWN,
          Scene.exactly(Scene.BEIJING),
          Scene.exactly(Scene.GUANGZHOU),
          Scene.by(NetworkClass.MOBILE, Scene.GUANGZHOU),
          Scene.by(NetworkClass.RELAY, Scene.HARBIN));

  /** Anybody, anywhere, within some months. */
  @Provide
  Arbitrary<List<Circumstances>> looks() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.longs().between(0, 10_000_000),
            Arbitraries.integers().between(0, PLACES.size() - 1),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of(true, true, false))
        .as(RulesPropertiesTest::look)
        .list()
        .ofMinSize(0)
        .ofMaxSize(30);
  }

  private static Circumstances look(
      int who, long seconds, int place, int network, boolean returning) {
    return new Circumstances(
        UUID.randomUUID(),
        Scene.NOON.plusSeconds(seconds),
        (long) who << 32,
        returning,
        network,
        who % 5,
        Connection.values()[(who + network) % 3],
        PLACES.get(place));
  }

  /** One device's looks of half an hour, which changes networks and places meanwhile. */
  @Provide
  Arbitrary<List<Circumstances>> session() {
    Arbitrary<Integer> whose = Arbitraries.integers().between(1, 20);
    Arbitrary<Long> starts = Arbitraries.longs().between(0, 10_000_000);
    return Combinators.combine(whose, starts)
        .flatAs(
            (who, start) ->
                Combinators.combine(
                        Arbitraries.longs().between(0, 1_800),
                        Arbitraries.integers().between(0, PLACES.size() - 1),
                        Arbitraries.integers().between(0, 9))
                    .as((after, place, network) -> look(who, start + after, place, network, true))
                    .list()
                    .ofMinSize(2)
                    .ofMaxSize(6));
  }

  @Property(tries = 3_000)
  void theOrderOfArrivalWithinASessionChangesNothing(
      @ForAll("looks") List<Circumstances> before,
      @ForAll("session") List<Circumstances> session,
      @ForAll("looks") List<Circumstances> after,
      @ForAll Random random) {
    List<Circumstances> otherwise = new ArrayList<>(session);
    Collections.shuffle(otherwise, random);
    List<Circumstances> earlier =
        before.stream().filter(look -> isApart(look, session.get(0))).toList();

    Scene one = played(earlier);
    Scene other = played(earlier);
    boolean suspect = told(one, session);

    assertThat(told(other, otherwise)).isEqualTo(suspect);
    assertThat(withoutFirst(other.history)).isEqualTo(withoutFirst(one.history));
    for (Circumstances look : after) {
      Verdict verdict = one.decide(look);
      assertThat(other.decide(look)).isEqualTo(verdict);
    }
  }

  /** A look within the hour would be of the same session, which then were longer than the gap. */
  private static boolean isApart(Circumstances one, Circumstances other) {
    return Duration.between(one.at(), other.at()).abs().toHours() >= 2;
  }

  /** Whether the session left the item suspect. */
  private static boolean told(Scene scene, List<Circumstances> session) {
    Outcome last = Outcome.UNKNOWN;
    for (Circumstances look : session) {
      last = scene.decide(look).outcome();
    }
    return last == Outcome.SUSPECT;
  }

  /** Whose first look came in first is what the first check tells, and when suspicion arose. */
  private static ItemHistory withoutFirst(ItemHistory history) {
    return new ItemHistory(
        history.scans(),
        history.sessions(),
        history.sightings(),
        java.util.Optional.empty(),
        history.evidence(),
        java.util.Optional.empty(),
        history.ruling());
  }

  private static Scene played(List<Circumstances> looks) {
    Scene scene = new Scene();
    looks.forEach(scene::decide);
    return scene;
  }

  @Property(tries = 1_000)
  void moreEvidenceNeverMakesASuspectCodeCleanByItself(
      @ForAll("looks") List<Circumstances> looks, @ForAll("looks") List<Circumstances> more) {
    Scene scene = played(looks);
    int score = scene.history.evidence().score();
    boolean suspect = scene.history.isSuspect();
    for (Circumstances look : more) {
      Verdict verdict = scene.decide(look);
      assertThat(verdict.score()).isGreaterThanOrEqualTo(score);
      assertThat(verdict.outcome() == Outcome.SUSPECT || !suspect).isTrue();
      score = verdict.score();
      suspect = verdict.outcome() == Outcome.SUSPECT;
    }
  }

  @Property(tries = 1_000)
  void everySuspectVerdictCanBeExplained(@ForAll("looks") List<Circumstances> looks) {
    Scene scene = new Scene();
    for (Circumstances look : looks) {
      Verdict verdict = scene.decide(look);
      int points = verdict.findings().stream().mapToInt(Finding::points).sum();
      assertThat(verdict.score()).isEqualTo(Math.min(100, points));
      if (verdict.outcome() == Outcome.SUSPECT) {
        Set<Reason> found =
            verdict.findings().stream().map(Finding::reason).collect(Collectors.toSet());
        assertThat(found).containsAll(verdict.reasons());
        assertThat(verdict.score()).isGreaterThanOrEqualTo(Threshold.SUSPECT_FROM.standard());
      }
    }
  }

  @Property(tries = 1_000)
  void exactlyOneLookIsFirst(@ForAll("looks") List<Circumstances> looks) {
    Scene scene = new Scene();
    long first =
        looks.stream()
            .map(look -> scene.decide(look).outcome())
            .filter(outcome -> outcome == Outcome.GENUINE_FIRST)
            .count();

    assertThat(first).isEqualTo(looks.isEmpty() ? 0 : 1);
  }

  @Property(tries = 1_000)
  void aClockThatJumpsIsSurvived(
      @ForAll("looks") List<Circumstances> looks, @ForAll Random random) {
    Scene scene = new Scene();
    for (Circumstances look : looks) {
      Instant jumped = jump(look.at(), random);
      Circumstances when =
          new Circumstances(
              look.scanId(),
              jumped,
              1L << 32,
              true,
              look.network(),
              look.agent(),
              look.connection(),
              look.place());
      Verdict verdict = scene.decide(when);
      assertThat(verdict.outcome()).as("one device is never suspect").isNotEqualTo(Outcome.SUSPECT);
      assertThat(Sightings.of(scene.history.sightings().bytes()))
          .isEqualTo(scene.history.sightings());
    }
    assertThat(scene.history.devices()).isLessThanOrEqualTo(1);
  }

  private static Instant jump(Instant at, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.EPOCH.minusSeconds(random.nextInt(1_000_000_000));
      case 1 -> at.plusSeconds(86_400L * 365 * random.nextInt(500));
      case 2 -> at.minusSeconds(random.nextInt(10_000_000));
      default -> at;
    };
  }

  @Property(tries = 1_000)
  void afterAJumpAheadTheNextSessionIsATrueOneAgain(@ForAll("looks") List<Circumstances> looks) {
    Scene jumped = played(looks);
    jumped.decide(Scene.person(1, Scene.NOON.plusSeconds(86_400L * 30_000), Scene.BEIJING, 1));
    Instant back = Scene.NOON.plusSeconds(20_000_000);
    jumped.decide(Scene.person(1, back, Scene.BEIJING, 1));
    int sessions = jumped.history.sessions();

    jumped.decide(Scene.person(1, back.plusSeconds(60), Scene.BEIJING, 1));

    assertThat(jumped.history.sessions()).isEqualTo(sessions);
  }

  @Property(tries = 1_000)
  void whatIsStoredReadsBackTheSame(@ForAll("looks") List<Circumstances> looks) {
    ItemHistory history = played(looks).history;

    assertThat(Sightings.of(history.sightings().bytes())).isEqualTo(history.sightings());
    assertThat(Evidence.parse(history.evidence().text())).isEqualTo(history.evidence());
    assertThat(history.evidence().text()).hasSizeLessThanOrEqualTo(400);
  }

  @Property(tries = 1_000)
  void anAutomatedLookNeitherAddsNorTakes(@ForAll("looks") List<Circumstances> looks) {
    Scene scene = played(looks);

    Decision decision = Rules.decideAutomated(scene.code(), scene.history, Policy.STANDARD);

    assertThat(decision.after()).isSameAs(scene.history);
    assertThat(decision.verdict().outcome()).isNotEqualTo(Outcome.GENUINE_FIRST);
    assertThat(decision.verdict().outcome() == Outcome.SUSPECT)
        .isEqualTo(scene.history.isSuspect());
  }
}
