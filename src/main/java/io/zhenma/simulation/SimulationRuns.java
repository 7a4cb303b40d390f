package io.zhenma.simulation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The rows of simulations. */
@ApplicationScoped
class SimulationRuns implements PanacheRepositoryBase<SimulationRun, SimulationRun.Id> {
  /**
   * Where a run stands.
   *
   * @param finishedAt when all its scans had been sent once, or null
   */
  record Standing(Instant endsAt, @Nullable Instant finishedAt) {}

  /** The brand's run of these parameters; one that starts now ends now. */
  @Transactional
  Standing begin(long brandId, SimulationParameters parameters) {
    SimulationRun.Id id = new SimulationRun.Id(brandId, parameters.key());
    SimulationRun run = findByIdOptional(id).orElseGet(() -> create(id, parameters));
    return new Standing(run.endsAt, run.finishedAt);
  }

  private SimulationRun create(SimulationRun.Id id, SimulationParameters parameters) {
    SimulationRun run = new SimulationRun();
    run.id = id;
    run.seed = parameters.seed();
    run.scans = parameters.scans();
    run.customers = parameters.customers();
    run.days = parameters.days();
    run.copied = parameters.copied();
    run.endsAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    persist(run);
    return run;
  }

  @Transactional
  void finish(long brandId, SimulationParameters parameters) {
    findByIdOptional(new SimulationRun.Id(brandId, parameters.key()))
        .ifPresent(run -> run.finishedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
