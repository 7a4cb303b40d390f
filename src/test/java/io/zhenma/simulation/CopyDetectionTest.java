package io.zhenma.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.place.PlaceFinder;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Threshold;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whether the standard policy keeps what it is for: fewer than one honest scan in a thousand is
 * called suspect, and nineteen in twenty of the codes copied twenty times or more are caught by
 * their twentieth scan, of attacks in one town as of those all over the country.
 */
class CopyDetectionTest {
  private static final Instant END = Instant.parse("2026-11-24T04:00:00Z");
  private static final Rehearsal REHEARSAL = new Rehearsal(PlaceFinder.bundled());
  private static final Habits H = Habits.STANDARD;

  @Test
  void ordinaryTradeIsNotBlamedAndCopiesAreCaught() {
    SimulationSummary all = assertKept(new SimulationParameters(1, 15_000, 6_000, 183, 0.05), 4);

    assertThat(all.oftenCopied()).as("codes that the shares are of").isGreaterThan(20);
    assertThat(all.precision()).isGreaterThan(0.99);
  }

  @Test
  void peopleOnMobileDataAreNotBlamedAndCopiesAmongThemAreCaught() {
    Habits mobile = new Habits(8, 0.6, 0.15, 0.9, 0.3, 0.03, 0.3, 0.06, Map.of());

    assertKept(new SimulationParameters(11, 15_000, 6_000, 183, 0.05, mobile, Attacks.STANDARD), 3);
  }

  @Test
  void largeHouseholdsWithVisitorsAreNotBlamed() {
    Habits large =
        new Habits(
            8,
            1,
            0.5,
            H.mobile(),
            H.gateways(),
            0.1,
            0.5,
            0.15,
            Map.of(Scenario.LARGE_HOUSEHOLD, 5.0, Scenario.GIFT, 10.0));

    assertKept(new SimulationParameters(21, 15_000, 6_000, 183, 0.03, large, Attacks.STANDARD), 3);
  }

  @Test
  void smallAttacksWithinAFewDaysInOneTownAreCaught() {
    Attacks sudden = new Attacks(20, 30, 1, 0.4, 0.3, 1, 3);

    SimulationSummary all =
        assertKept(new SimulationParameters(31, 15_000, 6_000, 60, 0.08, H, sudden), 2);
    assertThat(all.oftenCopied()).isGreaterThan(20);
  }

  private static SimulationSummary assertKept(SimulationParameters parameters, int seeds) {
    SimulationSummary all = kept(parameters);
    for (int more = 1; more < seeds; more++) {
      all = all.plus(kept(parameters.withSeed(parameters.seed() + more)));
    }
    return all;
  }

  private static SimulationSummary kept(SimulationParameters parameters) {
    SimulationSummary summary = REHEARSAL.play(parameters, END, Policy.STANDARD);
    assertThat(summary.scans()).isEqualTo(parameters.scans());
    assertThat(summary.falseAlarms()).as(parameters.toString()).isLessThan(0.001);
    assertThat(summary.caughtInTimeAtWorst())
        .as(parameters.toString())
        .isGreaterThanOrEqualTo(0.95);
    return summary;
  }

  @Test
  void theMeasurementCanFail() {
    SimulationParameters parameters = new SimulationParameters(1, 15_000, 6_000, 183, 0.05);
    Policy blind =
        Policy.STANDARD
            .with(Threshold.MOST_STRANGERS, 20)
            .with(Threshold.MOST_DEVICES, 20)
            .with(Threshold.MOST_PLACES, 20)
            .with(Threshold.TRAVEL_POINTS, 0);
    Policy hasty = Policy.STANDARD.with(Threshold.MOST_STRANGERS, 2);

    assertThat(REHEARSAL.play(parameters, END, blind).caughtInTimeAtWorst()).isLessThan(0.95);
    assertThat(REHEARSAL.play(parameters, END, hasty).falseAlarms()).isGreaterThan(0.001);
  }

  @Test
  void theSameParametersGiveTheSameFigures() {
    SimulationParameters parameters = new SimulationParameters(5, 3_000, 1_200, 90, 0.1);

    assertThat(REHEARSAL.play(parameters, END, Policy.STANDARD).outcomes())
        .isEqualTo(REHEARSAL.play(parameters, END, Policy.STANDARD).outcomes());
  }
}
