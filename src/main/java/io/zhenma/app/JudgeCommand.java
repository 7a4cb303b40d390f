package io.zhenma.app;

import io.zhenma.place.PlaceFinder;
import io.zhenma.simulation.Rehearsal;
import io.zhenma.simulation.SimulationParameters;
import io.zhenma.simulation.SimulationSummary;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Threshold;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries the rules on invented trades; starts neither database nor server. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Judges the scans of invented trades by the rules of the verdict, in memory, and says how"
          + " many copies were caught and how many honest scans were blamed.",
      "The answers are those that `simulate` gets with the same options, only without a database."
          + " Prints a line a seed, then what all of them together came to."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a seed blamed 0.1 % of the honest scans or more, or missed more than 5 % of the codes"
          + " copied 20 times or more",
      "2:used wrongly"
    })
final class JudgeCommand implements Callable<Integer> {
  private static final double MOST_BLAMED = 0.001;
  private static final double LEAST_CAUGHT = 0.95;
  private static final Pattern SEEDS = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");
  private static final int MOST_SEEDS = 10_000;

  @Spec private CommandSpec spec;

  @Mixin private SimulationOptions options;

  @Option(
      names = "--seeds",
      defaultValue = "1",
      paramLabel = "FIRST[-LAST]",
      description = "Of all chance, one trade for each; by default ${DEFAULT-VALUE}.")
  private String seeds;

  @Option(
      names = "--end",
      paramLabel = "INSTANT",
      description = "When the period ends, such as 2026-11-24T04:00:00Z; by default now.")
  private @Nullable Instant end;

  @Option(
      names = "--threshold",
      paramLabel = "NAME=VALUE",
      description = "Another threshold than the standard policy's; may be given several times.")
  private Map<Threshold, Integer> thresholds = Map.of();

  @Override
  public Integer call() {
    Matcher range = SEEDS.matcher(seeds);
    if (!range.matches()) {
      throw wrong("--seeds is a number or two with a dash between");
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
    if (last < first || last - first >= MOST_SEEDS) {
      throw wrong("--seeds is a range of 1 to " + MOST_SEEDS);
    }
    return judge(first, last) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean judge(long first, long last) {
    SimulationParameters parameters = options.parameters(first);
    Policy policy = policy();
    Instant until = end == null ? Instant.now() : end;
    Rehearsal rehearsal = new Rehearsal(PlaceFinder.bundled());
    PrintWriter out = spec.commandLine().getOut();
    SimulationSummary all = null;
    boolean good = true;
    for (long seed = first; seed <= last; seed++) {
      SimulationSummary one = rehearsal.play(parameters.withSeed(seed), until, policy);
      good &= one.falseAlarms() < MOST_BLAMED && one.caughtInTimeAtWorst() >= LEAST_CAUGHT;
      out.printf(
          Locale.ROOT,
          "seed %d: %.4f%% of honest scans suspect; %d codes copied and scanned 20 times or more,"
              + " %.2f%% caught by their 20th scan%n",
          seed,
          100 * one.falseAlarms(),
          one.oftenCopied(),
          100 * one.caughtInTime());
      out.flush();
      all = all == null ? one : all.plus(one);
    }
    out.print(all == null ? "" : all.text());
    out.flush();
    return good;
  }

  private Policy policy() {
    try {
      return new Policy(Policy.STANDARD_VERSION, thresholds);
    } catch (IllegalArgumentException outside) {
      throw wrong(String.valueOf(outside.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
