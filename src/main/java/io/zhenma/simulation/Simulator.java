package io.zhenma.simulation;

import io.quarkus.runtime.ShutdownEvent;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.place.PlaceFinder;
import io.zhenma.tenancy.BrandView;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Plays a plan against the platform's own services.
 *
 * <p>The same parameters on the same brand are the same simulation: played again it uses the same
 * batches and scan ids, so that each scan counts once, and a simulation that was cut short goes on.
 * Other parameters, such as another seed, make another one with batches of its own.
 */
@ApplicationScoped
public class Simulator {
  private final Stage stage;
  private final Sender sender;
  private final SimulationRuns runs;
  private final PlaceFinder places;
  private final List<Play> playing = new CopyOnWriteArrayList<>();

  Simulator(Stage stage, Sender sender, SimulationRuns runs, PlaceFinder places) {
    this.stage = stage;
    this.sender = sender;
    this.runs = runs;
    this.places = places;
  }

  /**
   * Makes products and batches, as far as they are missing.
   *
   * @throws io.zhenma.problem.ProblemException conflict when another brand has a GTIN that this one
   *     would use
   */
  public Simulation prepare(BrandView brand, SimulationParameters parameters) {
    SimulationRuns.Standing standing = runs.begin(brand.id(), parameters);
    Rhythm rhythm = new Rhythm(standing.endsAt(), parameters.days());
    return new Simulation(
        brand,
        parameters,
        standing.endsAt(),
        stage.batches(brand, parameters.key(), Assortment.batches(rhythm, parameters.scans())),
        standing.finishedAt() != null);
  }

  /**
   * Sends the scans, in a thread of its own: it must not see what an enclosing request has read.
   *
   * @param truth stays open
   */
  public CompletableFuture<SimulationSummary> start(Simulation simulation, GroundTruth truth) {
    Play play = new Play(simulation, sender, stage, truth);
    playing.add(play);
    CompletableFuture<SimulationSummary> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> play(play, simulation, result), "simulation");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private void play(Play play, Simulation simulation, CompletableFuture<SimulationSummary> result) {
    try {
      SimulationSummary summary =
          play.run(new SimulationPlan(simulation.parameters(), simulation.end(), places));
      if (summary.complete()) {
        runs.finish(simulation.brand().id(), simulation.parameters());
      }
      result.complete(summary);
    } catch (Exception failure) {
      result.completeExceptionally(
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure);
    } finally {
      playing.remove(play);
      play.ended();
    }
  }

  /** Stops what plays; it can go on after the next start. */
  void stop(@Observes @Priority(1) ShutdownEvent stopping) {
    playing.forEach(Play::stop);
  }

  /** The code of an item kept back from sale. */
  public DigitalLink unscanned(Simulation simulation, int number) {
    return sender.link(
        simulation.batches().get(0), 1 + Math.floorMod(number, Assortment.KEPT_BACK - 1));
  }

  /** The code of an item that was copied onto fakes. */
  public DigitalLink copied(Simulation simulation) {
    Stock.Item shown = SimulationPlan.SHOWN_COPY;
    return sender.link(simulation.batches().get(shown.batch()), shown.number());
  }
}
