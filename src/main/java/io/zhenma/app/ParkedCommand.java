package io.zhenma.app;

import io.zhenma.scan.ParkedEvents;
import io.zhenma.scan.UserAgents;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what was put aside since it could not be processed, and tries it again. */
@Command(
    name = "parked",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Lists the events of the journal and counts the User-Agents that were put aside, since they"
          + " failed again and again.",
      "With --again, after a repair, events are applied and User-Agents are read once more; what"
          + " fails stays put aside."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing is put aside any more", "1:something is", "2:used wrongly"})
final class ParkedCommand extends ApplicationCommand {
  @Option(names = "--again", description = "Tries what was put aside once more.")
  private boolean again;

  @Override
  int run(Beans beans) throws Exception {
    ParkedEvents events = beans.get(ParkedEvents.class);
    UserAgents agents = beans.get(UserAgents.class);
    if (again) {
      ParkedEvents.Applied applied = events.applyAgain();
      System.out.printf(
          Locale.ROOT, "events applied: %d, failed again: %d%n", applied.applied(), applied.left());
      System.out.printf(Locale.ROOT, "User-Agents read once more: %d%n", agents.readParked());
    }
    List<ParkedEvents.Parked> left = events.all();
    for (ParkedEvents.Parked event : left) {
      System.out.printf(
          Locale.ROOT,
          "event %d of lane %d, brand %d, by %s at %s: %s%n",
          event.seq(),
          event.lane(),
          event.brandId(),
          event.projection(),
          event.at(),
          event.error());
    }
    long headers = agents.parked();
    System.out.printf(Locale.ROOT, "put aside: %d events, %d User-Agents%n", left.size(), headers);
    return left.isEmpty() && headers == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
