package io.zhenma.app;

import io.zhenma.traffic.CrawlerListMaker;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Refreshes the list of crawlers; starts neither database nor server. */
@Command(
    name = "crawlers",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Makes a newer list of crawlers, previewers and scanners, for the setting"
          + " zhenma.traffic.crawlers-file.",
      "Reads crawler-user-agents.json of the project of that name."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the list is written",
      "1:the file cannot be read or is no such list; nothing was written",
      "2:used wrongly"
    })
final class CrawlersCommand implements Callable<Integer> {
  private static final long LARGEST = 16L * 1024 * 1024;

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The list to write.")
  private Path out;

  @Parameters(paramLabel = "JSON", description = "The project's list.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    String list = list();
    Files.writeString(out, list);
    spec.commandLine().getOut().printf(Locale.ROOT, "%s: %d patterns%n", out, list.lines().count());
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private String list() throws IOException {
    try {
      if (Files.size(json) > LARGEST) {
        throw new CommandFailure(json + " is larger than such a list may be");
      }
      return CrawlerListMaker.list(Files.readString(json));
    } catch (NoSuchFileException missing) {
      throw new CommandFailure(json + " is not there");
    } catch (CharacterCodingException notText) {
      throw new CommandFailure(json + " is no text in UTF-8");
    } catch (IllegalArgumentException noList) {
      throw new CommandFailure(json + ": " + noList.getMessage());
    }
  }
}
