package io.zhenma.app;

import io.zhenma.simulation.Attacks;
import io.zhenma.simulation.Habits;
import io.zhenma.simulation.Scenario;
import io.zhenma.simulation.SimulationParameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an invented trade is like: the same options for whatever is done with it. */
final class SimulationOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--scans",
      defaultValue = "20000",
      description = "Number of scans, 100 to 10^9; by default ${DEFAULT-VALUE}.")
  private long scans;

  @Option(
      names = "--customers",
      description = "People who may buy, 10 to 10^9; by default two for five scans.")
  private @Nullable Long customers;

  @Option(
      names = "--days",
      defaultValue = "183",
      description = "Length of the period, 7 to 3650; by default ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--copied",
      defaultValue = "0.04",
      paramLabel = "SHARE",
      description =
          "Share of the scans that are made on fakes with a copied code, 0 to 0.5; by default"
              + " ${DEFAULT-VALUE}.")
  private double copied;

  @Option(
      names = "--household",
      defaultValue = "8",
      paramLabel = "PEOPLE",
      description = "People of a large household, 1 to 12; by default ${DEFAULT-VALUE}.")
  private int household;

  @Option(
      names = "--curious",
      defaultValue = "0.6",
      paramLabel = "SHARE",
      description = "Share of a household's members who look too; by default ${DEFAULT-VALUE}.")
  private double curious;

  @Option(
      names = "--visitors",
      defaultValue = "0.15",
      paramLabel = "SHARE",
      description =
          "Share of the households that show the item to one to three visitors; by default"
              + " ${DEFAULT-VALUE}.")
  private double visitors;

  @Option(
      names = "--mobile",
      defaultValue = "0.45",
      paramLabel = "SHARE",
      description = "Share of the looks that are made on mobile data; by default ${DEFAULT-VALUE}.")
  private double mobile;

  @Option(
      names = "--gateways",
      defaultValue = "0.15",
      paramLabel = "SHARE",
      description =
          "Share of those whose carrier's gateway stands in another province; by default"
              + " ${DEFAULT-VALUE}.")
  private double gateways;

  @Option(
      names = "--vpn",
      defaultValue = "0.03",
      paramLabel = "SHARE",
      description =
          "Share of the people who mostly come through a VPN; by default ${DEFAULT-VALUE}.")
  private double vpn;

  @Option(
      names = "--hidden-vpn",
      defaultValue = "0.3",
      paramLabel = "SHARE",
      description =
          "Share of the VPNs within the country that look like a line in another place; by default"
              + " ${DEFAULT-VALUE}.")
  private double hiddenVpn;

  @Option(
      names = "--forgetful",
      defaultValue = "0.06",
      paramLabel = "SHARE",
      description =
          "Share of the people whose browsers keep no cookies; by default ${DEFAULT-VALUE}.")
  private double forgetful;

  @Option(
      names = "--weight",
      paramLabel = "STORY=WEIGHT",
      description =
          "How often a bought item takes a story: ONCE, AGAIN, RELOAD, HOUSEHOLD, LARGE_HOUSEHOLD,"
              + " GIFT, RESELLER, TRAVEL, GATEWAY, PRIVATE or TWO_APPS; may be given several"
              + " times.")
  private Map<Scenario, Double> weights = Map.of();

  @Option(
      names = "--least-copies",
      defaultValue = "10",
      paramLabel = "N",
      description = "Scanned fakes of the smallest attack; by default ${DEFAULT-VALUE}.")
  private int leastCopies;

  @Option(
      names = "--most-copies",
      defaultValue = "10000",
      paramLabel = "N",
      description =
          "Scanned fakes of the largest attack, which is a quarter of all scans of fakes at most;"
              + " by default ${DEFAULT-VALUE}.")
  private int mostCopies;

  @Option(
      names = "--town",
      defaultValue = "0.4",
      paramLabel = "SHARE",
      description =
          "Share of the attackers who sell in one town, the others all over the country; by default"
              + " ${DEFAULT-VALUE}.")
  private double town;

  @Option(
      names = "--second-look",
      defaultValue = "0.25",
      paramLabel = "SHARE",
      description = "Share of the buyers of fakes who look again; by default ${DEFAULT-VALUE}.")
  private double secondLook;

  @Option(
      names = "--companion",
      defaultValue = "0.15",
      paramLabel = "SHARE",
      description =
          "Share of the buyers of fakes with somebody beside them who looks too; by default"
              + " ${DEFAULT-VALUE}.")
  private double companion;

  @Option(
      names = "--fewest-days",
      defaultValue = "8",
      paramLabel = "DAYS",
      description =
          "The mean time until a fake is scanned, of the fastest attacker; by default"
              + " ${DEFAULT-VALUE}.")
  private double fewestDays;

  @Option(
      names = "--most-days",
      defaultValue = "30",
      paramLabel = "DAYS",
      description = "The same of the slowest attacker; by default ${DEFAULT-VALUE}.")
  private double mostDays;

  /**
   * The parameters with this seed.
   *
   * @throws ParameterException when one is outside its limits
   */
  SimulationParameters parameters(long seed) {
    try {
      return new SimulationParameters(
          seed,
          scans,
          customers == null ? Math.max(10, scans * 2 / 5) : customers,
          days,
          copied,
          new Habits(
              household, curious, visitors, mobile, gateways, vpn, hiddenVpn, forgetful, weights),
          new Attacks(leastCopies, mostCopies, town, secondLook, companion, fewestDays, mostDays));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }
}
