package io.zhenma.app;

import io.zhenma.lake.LakeCheck;
import io.zhenma.lake.LakeExport;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings closed days into the lake, or checks what is there. */
@Command(
    name = "lake",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Looks after the lake: scans of closed days as Parquet.",
      "An export does what is done every night: days that are there already are left alone, and one"
          + " that was cut short goes on."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a day could not be exported, a file is damaged, or another replica is at it",
      "2:used wrongly"
    })
final class LakeCommand extends ApplicationCommand {
  @ArgGroup(multiplicity = "1")
  private Task task = new Task();

  /** One of the two. */
  static final class Task {
    @Option(names = "--export", description = "Exports closed days.")
    private boolean export;

    @Option(names = "--verify", description = "Reads all files and compares them.")
    private boolean verify;
  }

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "The last day (UTC) to export, such as 2026-11-23; by default the last closed.")
  private @Nullable LocalDate until;

  @Override
  int run(Beans beans) throws SQLException, IOException {
    return task.verify ? verify(beans.get(LakeCheck.class)) : export(beans.get(LakeExport.class));
  }

  private int export(LakeExport lake) throws SQLException, IOException {
    return lake.run(Optional.ofNullable(until)).map(LakeCommand::told).orElseGet(LakeCommand::busy);
  }

  private static int told(LakeExport.Summary summary) {
    System.out.printf(
        Locale.ROOT,
        "Exported %d days with %d scans in %d bytes; %d failed, %d left%n",
        summary.days(),
        summary.rows(),
        summary.bytes(),
        summary.failed(),
        summary.left());
    return summary.complete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private int verify(LakeCheck check) throws SQLException, IOException {
    return check
        .run(System.err::println)
        .map(
            summary -> {
              System.out.printf(
                  Locale.ROOT,
                  "Checked %d files with %d scans; %d damaged%n",
                  summary.files(),
                  summary.rows(),
                  summary.damaged());
              return summary.damaged() == 0
                  ? CommandLine.ExitCode.OK
                  : CommandLine.ExitCode.SOFTWARE;
            })
        .orElseGet(LakeCommand::busy);
  }

  private static int busy() {
    System.err.println("Another replica is at work in the lake; try again later");
    return CommandLine.ExitCode.SOFTWARE;
  }
}
