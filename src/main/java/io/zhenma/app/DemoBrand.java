package io.zhenma.app;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.zhenma.simulation.GroundTruth;
import io.zhenma.simulation.Simulation;
import io.zhenma.simulation.SimulationParameters;
import io.zhenma.simulation.SimulationSummary;
import io.zhenma.simulation.Simulator;
import io.zhenma.tenancy.BrandView;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation's brand. People, products and batches exist before the first request; the scans
 * come behind it, in the background. A fill that was cut short starts again from its first scan at
 * the next start: what had been recorded counts once.
 */
@ApplicationScoped
class DemoBrand {
  private static final Logger LOG = Logger.getLogger(DemoBrand.class);

  private final boolean wanted;
  private final DemoPeople people;
  private final Simulator simulator;
  private volatile @Nullable Simulation simulation;

  DemoBrand(
      @ConfigProperty(name = DatabaseChoice.DEMO, defaultValue = "false") boolean wanted,
      DemoPeople people,
      Simulator simulator) {
    this.wanted = wanted;
    this.people = people;
    this.simulator = simulator;
  }

  void prepare(@Observes @Priority(20) StartupEvent starting) {
    if (wanted) {
      Optional<BrandView> brand = people.brand();
      simulation =
          brand.map(known -> simulator.prepare(known, SimulationParameters.DEMO)).orElse(null);
    }
  }

  void fill(@ObservesAsync HttpServerStart started) throws IOException {
    Simulation prepared = simulation;
    if (prepared != null && !prepared.finished()) {
      simulator.start(prepared, GroundTruth.unwritten()).whenComplete(DemoBrand::report);
    }
  }

  private static void report(@Nullable SimulationSummary summary, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.error("The demo brand is not filled; the next start goes on with it", failure);
    } else if (summary != null && summary.complete()) {
      LOG.infof(
          "The demo brand has its %d scans, after %.1f s",
          summary.scans(), summary.took().toMillis() / 1000.0);
    }
  }

  /** Empty when this is no evaluation. */
  Optional<Simulation> simulation() {
    return Optional.ofNullable(simulation);
  }
}
