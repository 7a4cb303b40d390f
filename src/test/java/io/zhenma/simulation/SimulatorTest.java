package io.zhenma.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.place.PlaceFinder;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Policy;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SimulatorTest {
  private static final SimulationParameters SMALL =
      new SimulationParameters(7, 3_000, 1_200, 120, 0.05);

  @Inject Simulator simulator;
  @Inject Brands brands;
  @Inject PlaceFinder places;
  @Inject EntityManager entities;

  @TempDir Path folder;

  @Test
  void everyAnswerOccursAndTheTruthAgreesWithTheJournalHoweverOftenItIsPlayed() throws Exception {
    BrandView brand = brands.create("simulated", "Simulated");

    SimulationSummary first = play(brand, SMALL, "first.csv");
    SimulationSummary again = play(brand, SMALL, "again.csv");

    System.out.print(first.text());
    assertThat(first.scans()).isEqualTo(3_000);
    assertThat(first.complete()).isTrue();
    assertThat(first.outcomes()).containsOnlyKeys(Outcome.values());
    assertThat(first.falseAlarms()).isLessThan(0.001);
    assertThat(again.outcomes()).isEqualTo(first.outcomes());
    assertThat(folder.resolve("again.csv")).hasSameTextualContentAs(folder.resolve("first.csv"));
    assertThat(journal(brand)).isEqualTo(answered("first.csv"));
    assertThat(simulator.prepare(brand, SMALL).finished()).isTrue();
  }

  @Test
  void aSimulationThatWasCutShortGoesOnWithWhatIsMissing() throws Exception {
    BrandView brand = brands.create("cut-short", "Cut short");
    SimulationParameters parameters = new SimulationParameters(8, 1_500, 600, 90, 0.05);
    Simulation simulation = simulator.prepare(brand, parameters);
    var cut = simulator.start(simulation, GroundTruth.unwritten());
    simulator.stop(new ShutdownEvent());

    assertThat(cut.get().complete()).isFalse();
    assertThat(simulator.prepare(brand, parameters).finished()).isFalse();

    play(brand, parameters, "whole.csv");
    assertThat(journal(brand)).isEqualTo(answered("whole.csv"));
    assertThat(simulator.prepare(brand, parameters).batches()).hasSameSizeAs(simulation.batches());
  }

  @Test
  void theRulesAloneGiveEveryScanTheAnswerThatThePlatformGave() throws Exception {
    BrandView brand = brands.create("rehearsed", "Rehearsed");
    Simulation simulation = simulator.prepare(brand, SMALL);
    play(brand, SMALL, "played.csv");

    Map<String, String> rehearsed = new TreeMap<>();
    new Rehearsal(places)
        .play(
            SMALL,
            simulation.end(),
            Policy.STANDARD,
            (scan, verdict) -> rehearsed.put(scan.scanId().toString(), verdict.outcome().slug()));

    Map<String, String> played = new TreeMap<>();
    Files.readAllLines(folder.resolve("played.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(row -> played.put(row[0], row[row.length - 1]));
    assertThat(rehearsed).hasSize(3_000).isEqualTo(played);
  }

  @Test
  void anItemKeptBackIsNotTheCopiedOne() {
    BrandView brand = brands.create("shown", "Shown");
    Simulation simulation = simulator.prepare(brand, SMALL);

    for (int number : List.of(0, 98, 99, -1, Integer.MAX_VALUE)) {
      assertThat(simulator.unscanned(simulation, number))
          .isNotEqualTo(simulator.copied(simulation));
    }
  }

  private SimulationSummary play(BrandView brand, SimulationParameters parameters, String file)
      throws Exception {
    try (GroundTruth truth = GroundTruth.in(folder.resolve(file))) {
      return simulator.start(simulator.prepare(brand, parameters), truth).get();
    }
  }

  /** Recorded scans by outcome; the forged are answered without being recorded. */
  private Map<String, Long> journal(BrandView brand) {
    Map<String, Long> counts = new TreeMap<>();
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT outcome, COUNT(*) FROM scan WHERE brand_id = ?1 GROUP BY outcome")
            .setParameter(1, brand.id())
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      counts.put(Outcome.valueOf((String) columns[0]).slug(), ((Number) columns[1]).longValue());
    }
    return counts;
  }

  private Map<String, Long> answered(String file) throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    Files.readAllLines(folder.resolve(file)).stream()
        .skip(1)
        .map(line -> line.substring(line.lastIndexOf(',') + 1))
        .filter(outcome -> !outcome.equals(Outcome.UNKNOWN.slug()))
        .forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
    return counts;
  }
}
