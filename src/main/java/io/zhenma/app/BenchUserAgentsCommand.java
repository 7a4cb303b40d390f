package io.zhenma.app;

import io.zhenma.bench.UserAgentBench;
import io.zhenma.traffic.Visitors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how long User-Agents take to read; starts neither database nor server. */
@Command(
    name = "user-agents",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Reads the User-Agents of a file, one a line up to a tab; lines that begin with # are left"
          + " out. Says how long one takes, and whether any could not be read."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all were read", "1:one could not be read, or no file", "2:used wrongly"})
final class BenchUserAgentsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "In UTF-8.")
  private Path file;

  @Option(
      names = "--warm-up",
      defaultValue = "4",
      description =
          "Passes over all headers before the three that count; by default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(names = "--programs", description = "Also prints those that are taken for programs.")
  private boolean programs;

  @Override
  public Integer call() {
    List<String> headers;
    try {
      headers = headers();
    } catch (IOException missing) {
      spec.commandLine().getErr().println("cannot be read: " + file);
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (headers.isEmpty() || warmUp < 0) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "a file with a header and no pass before are the least");
    }
    UserAgentBench.Result result = new UserAgentBench().measure(headers, warmUp);
    spec.commandLine().getOut().print(result.text());
    if (programs) {
      list(headers, result);
    }
    spec.commandLine().getOut().flush();
    return result.failed().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private List<String> headers() throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", 2)[0])
        .filter(header -> !header.isBlank())
        .toList();
  }

  private void list(List<String> headers, UserAgentBench.Result result) {
    Visitors visitors = Visitors.bundled();
    TreeSet<Integer> numbers = new TreeSet<>(result.robots());
    for (int i = 0; i < headers.size(); i++) {
      if (visitors.opening(headers.get(i)).isAutomated()) {
        numbers.add(i + 1);
      }
    }
    for (int number : numbers) {
      String header = headers.get(number - 1);
      spec.commandLine().getOut().println(visitors.opening(header).slug() + "\t" + header);
    }
  }
}
