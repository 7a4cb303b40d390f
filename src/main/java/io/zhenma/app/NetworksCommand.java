package io.zhenma.app;

import io.zhenma.place.NetworkTableMaker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Refreshes the table of rented machines and relays; starts neither database nor server. */
@Command(
    name = "networks",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Makes a newer table of data centres, relays and VPNs from routing data, for the setting"
          + " zhenma.place.network-file.",
      "Reads CSV files of IPv4 or IPv6 routes: first address, last address, number of the autonomous"
          + " system, its name; such as asn-ipv4.csv and asn-ipv6.csv of ip-location-db."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the table is written",
      "1:a file cannot be read or is none of routes; nothing was written",
      "2:used wrongly"
    })
final class NetworksCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The table to write.")
  private Path out;

  @Parameters(paramLabel = "ROUTES", arity = "1..*", description = "The CSV files of routes.")
  private List<Path> routes = List.of();

  @Override
  public Integer call() throws IOException {
    NetworkTableMaker maker = new NetworkTableMaker();
    PrintWriter said = spec.commandLine().getOut();
    for (Path file : routes) {
      said.printf(Locale.ROOT, "%s: %d routes%n", file, add(maker, file));
    }
    byte[] table = maker.table();
    Files.write(out, table);
    said.printf(Locale.ROOT, "%s: %d bytes%n", out, table.length);
    said.flush();
    return CommandLine.ExitCode.OK;
  }

  private static int add(NetworkTableMaker maker, Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return maker.add(text);
    } catch (NoSuchFileException missing) {
      throw new CommandFailure(file + " is not there");
    } catch (MalformedInputException notText) {
      throw new CommandFailure(file + " is no text in UTF-8");
    } catch (IllegalArgumentException noRoutes) {
      throw new CommandFailure(file + ": " + noRoutes.getMessage());
    }
  }
}
