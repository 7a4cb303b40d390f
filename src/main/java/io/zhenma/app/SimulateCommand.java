package io.zhenma.app;

import io.zhenma.simulation.GroundTruth;
import io.zhenma.simulation.Simulation;
import io.zhenma.simulation.SimulationSummary;
import io.zhenma.simulation.Simulator;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a brand's trade up and sends its scans. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Sends the scans of an invented trade to a brand.",
      "The same options on the same brand are the same simulation: sent again, each scan counts"
          + " once and the labels come out the same; one that was cut short goes on. Its period"
          + " ends when it was first started. Another seed makes another simulation with batches"
          + " of its own."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:failed, or stopped before the end", "2:used wrongly"})
final class SimulateCommand extends ApplicationCommand {
  @Option(
      names = "--brand",
      defaultValue = DemoPeople.SLUG,
      paramLabel = "SLUG",
      description = "The brand, made if it is missing; by default ${DEFAULT-VALUE}.")
  private String brand;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of all chance; by default ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private SimulationOptions options;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Writes what was true of each scan, and what was answered, to this CSV file; an existing"
              + " file is replaced.")
  private @Nullable Path labels;

  @Override
  void check() {
    options.parameters(seed);
  }

  @Override
  int run(Beans beans) throws IOException, InterruptedException, ExecutionException {
    Simulator simulator = beans.get(Simulator.class);
    Brands brands = beans.get(Brands.class);
    BrandView target = brands.bySlug(brand).orElseGet(() -> brands.create(brand, brand));
    Simulation simulation = simulator.prepare(target, options.parameters(seed));
    if (simulation.finished()) {
      System.out.println("This simulation was sent before: each of its scans counts once.");
    }
    try (GroundTruth truth = labels == null ? GroundTruth.unwritten() : GroundTruth.in(labels)) {
      SimulationSummary summary = simulator.start(simulation, truth).get();
      System.out.print(summary.text());
      return summary.complete() ? 0 : 1;
    }
  }
}
