package io.zhenma.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenma.bench.Bench;
import io.zhenma.bench.BenchParameters;
import io.zhenma.bench.BenchPart;
import io.zhenma.bench.BenchResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures codes, scans and reports on this machine and its database. */
@Command(
    name = "bench",
    subcommands = BenchUserAgentsCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Measures codes issued, scans recorded and reports made, each against an alternative in the"
          + " same run, and checks that no acknowledged scan was lost.",
      "Works on a brand of its own, which it deletes in the end. Run one at a time in a database.",
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:measured", "1:failed, or an acknowledged scan was lost", "2:used wrongly"})
final class BenchCommand extends ApplicationCommand {
  @Spec private CommandSpec spec;

  @Option(
      names = "--codes",
      defaultValue = "10000000",
      description = "Codes as a file; by default ${DEFAULT-VALUE}.")
  private int codes;

  @Option(
      names = "--code-rows",
      defaultValue = "1000000",
      description = "Codes as rows; by default ${DEFAULT-VALUE}.")
  private int codeRows;

  @Option(
      names = "--code-entities",
      defaultValue = "20000",
      description = "Codes as entities; by default ${DEFAULT-VALUE}.")
  private int codeEntities;

  @Option(
      names = "--labels",
      defaultValue = "40000",
      description = "Labels drawn, by us and by the alternative; by default ${DEFAULT-VALUE}.")
  private int labels;

  @Option(
      names = "--warm-up",
      defaultValue = "40000",
      description = "Scans before those measured, twice; by default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--scans",
      defaultValue = "100000",
      description =
          "Scans over HTTP at full load, and half as many at half load; by default ${DEFAULT-VALUE}.")
  private int scans;

  @Option(
      names = "--naive-scans",
      defaultValue = "20000",
      description = "Scans with a transaction each; by default ${DEFAULT-VALUE}.")
  private int naiveScans;

  @Option(
      names = "--in-flight",
      defaultValue = "256",
      description = "Scans under way at any time; by default ${DEFAULT-VALUE}.")
  private int inFlight;

  @Option(
      names = "--stored",
      defaultValue = "0",
      description =
          "Scans stored before those over HTTP are measured again, such as 10000000; by default ${DEFAULT-VALUE}, which leaves that out. Wants a database of its own: the half year's weeks get partitions, which stay.")
  private int stored;

  @Option(
      names = "--report-scans",
      defaultValue = "100000",
      description = "Scans under the reports, at least; by default ${DEFAULT-VALUE}.")
  private int reportScans;

  @Option(
      names = "--seconds",
      defaultValue = "120",
      description = "Longest time of one measurement; by default ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--only",
      split = ",",
      defaultValue = "CODES,LABELS,IMPORTS,SCANS,REPORTS",
      description = "Parts to measure; by default all: ${DEFAULT-VALUE}.")
  private Set<BenchPart> only;

  @Option(names = "--json", description = "Also writes the result to this file.")
  private @Nullable Path json;

  @Option(
      names = "--clean",
      description = "Only deletes what an interrupted run left in the database.")
  private boolean clean;

  @Override
  boolean serves() {
    return !clean;
  }

  @Override
  void check() {
    try {
      parameters();
    } catch (IllegalArgumentException wrong) {
      throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage());
    }
    if (json != null && !Files.isWritable(json.toAbsolutePath().normalize().getParent())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--json: no file can be written there: " + json);
    }
  }

  /** The load generator tells where each scan comes from, as a proxy would. */
  @Override
  void configure() {
    System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
    System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
    System.setProperty("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
  }

  @Override
  int run(Beans beans) throws Exception {
    Bench bench = beans.get(Bench.class);
    if (clean) {
      System.out.println("Deleted " + bench.clean() + " brands of benchmarks");
      return CommandLine.ExitCode.OK;
    }
    BenchResult result = bench.run(parameters(), step -> System.err.println("bench: " + step));
    System.out.println(result.text());
    if (json != null) {
      beans
          .get(ObjectMapper.class)
          .writerWithDefaultPrettyPrinter()
          .writeValue(json.toFile(), result);
    }
    return result.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private BenchParameters parameters() {
    return new BenchParameters(
        codes,
        codeRows,
        codeEntities,
        labels,
        warmUp,
        scans,
        naiveScans,
        inFlight,
        stored,
        reportScans,
        seconds,
        only);
  }
}
