package io.zhenma.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhenma.place.PlaceFinder;
import io.zhenma.place.Regions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimulationPlanTest {
  private static final PlaceFinder PLACES = PlaceFinder.bundled();
  private static final Instant END = Instant.parse("2026-11-22T04:00:00Z");

  private static SimulationPlan plan(SimulationParameters parameters) {
    return new SimulationPlan(parameters, END, PLACES);
  }

  private static List<PlanStep> steps(SimulationParameters parameters) {
    List<PlanStep> steps = new ArrayList<>();
    plan(parameters).forEachRemaining(steps::add);
    return steps;
  }

  private static List<PlanStep.Scan> scans(SimulationParameters parameters) {
    return steps(parameters).stream()
        .filter(PlanStep.Scan.class::isInstance)
        .map(PlanStep.Scan.class::cast)
        .toList();
  }

  @Property(tries = 12)
  void theSameParametersGiveTheSamePlanWithExactlySoManyScansInTheOrderOfTime(
      @ForAll long seed, @ForAll @IntRange(min = 7, max = 400) int days) {
    SimulationParameters parameters = new SimulationParameters(seed, 700, 300, days, 0.05);
    List<PlanStep> steps = steps(parameters);

    assertThat(steps(parameters)).isEqualTo(steps);
    assertThat(steps).filteredOn(PlanStep.Scan.class::isInstance).hasSize(700);
    assertThat(steps)
        .extracting(PlanStep::at)
        .isSorted()
        .allSatisfy(at -> assertThat(at).isBefore(END));
  }

  @Test
  void anotherSeedGivesAnotherPlan() {
    SimulationParameters one = new SimulationParameters(1, 500, 300, 30, 0.05);
    SimulationParameters two = new SimulationParameters(2, 500, 300, 30, 0.05);

    assertThat(scans(two)).doesNotContainAnyElementsOf(scans(one));
  }

  @Test
  void scanIdsAreNeverUsedTwice() {
    assertThat(scans(SimulationParameters.DEMO))
        .extracting(PlanStep.Scan::scanId)
        .doesNotHaveDuplicates();
  }

  @Test
  void fakesHaveTheirShareOfTheScans() {
    List<PlanStep.Scan> scans = scans(SimulationParameters.DEMO);
    long fakes = scans.stream().filter(scan -> scan.truth() == Truth.COPIED_FAKE).count();

    assertThat((double) fakes / scans.size()).isCloseTo(0.04, within(0.015));
  }

  @Test
  void withoutCopiesNothingIsCopied() {
    SimulationParameters honest = new SimulationParameters(1, 2_000, 500, 60, 0);

    assertThat(scans(honest))
        .extracting(PlanStep.Scan::truth)
        .containsOnly(Truth.HONEST, Truth.FORGED);
  }

  @Test
  void boughtItemsTakeTheirStoriesAsOftenAsTheScenariosSay() {
    Map<Stock.Item, Scenario> stories = new HashMap<>();
    for (PlanStep.Scan scan : scans(SimulationParameters.DEMO)) {
      if (scan.scenario().share() > 0) {
        stories.putIfAbsent(new Stock.Item(scan.batch(), scan.item()), scan.scenario());
      }
    }
    for (Scenario scenario : Scenario.values()) {
      if (scenario.share() > 0) {
        long count = stories.values().stream().filter(scenario::equals).count();
        assertThat((double) count / stories.size())
            .as(scenario.name())
            .isCloseTo(scenario.share(), within(0.02));
      }
    }
  }

  @Test
  void theLoyalComeBackAndTheManyDoNot() {
    Map<UUID, Set<Integer>> items = new HashMap<>();
    for (PlanStep.Scan scan : scans(SimulationParameters.DEMO)) {
      if (scan.truth() == Truth.HONEST) {
        items.computeIfAbsent(scan.device(), none -> new HashSet<>()).add(scan.item());
      }
    }
    long once = items.values().stream().filter(bought -> bought.size() == 1).count();
    long often = items.values().stream().filter(bought -> bought.size() >= 6).count();

    assertThat((double) once / items.size()).isBetween(0.4, 0.9);
    assertThat(often).isGreaterThan(50);
  }

  @Test
  void addressesAreWhereTheBrandSellsAndInEveryProvince() {
    Map<String, Integer> provinces = new TreeMap<>();
    for (PlanStep.Scan scan : scans(SimulationParameters.DEMO)) {
      String code = PLACES.byAddress(AddressBook.address(scan.address())).province();
      provinces.merge(code, 1, Integer::sum);
    }
    provinces.remove("");

    assertThat(provinces).hasSize(Regions.china().provinces().size());
    assertThat(provinces.get("440000")).isGreaterThan(4 * provinces.getOrDefault("230000", 0));
  }

  @Test
  void evenTheShortestPeriodHasAllItsScans() {
    assertThat(scans(new SimulationParameters(3, 100, 10, 7, 0.5))).hasSize(100);
  }
}
