package io.zhenma.simulation;

import io.zhenma.issuing.BatchView;
import io.zhenma.tenancy.BrandView;
import java.time.Instant;
import java.util.List;

/**
 * A simulation whose products and batches exist.
 *
 * @param end its scans are before it
 * @param batches in the order of the {@link Assortment}
 * @param finished whether all its scans were sent already; sending them again counts none twice
 */
public record Simulation(
    BrandView brand,
    SimulationParameters parameters,
    Instant end,
    List<BatchView> batches,
    boolean finished) {
  public Simulation {
    batches = List.copyOf(batches);
  }
}
