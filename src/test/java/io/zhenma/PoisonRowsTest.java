package io.zhenma;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.scan.JournalProjection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Names for each job the test that plants a row which the job cannot take. A new job has to be
 * added here: either with its test, or because it looks at no single row.
 */
class PoisonRowsTest {
  /** One statement over keys and times; no row is read, so none can be in the way. */
  private static final String ONE_STATEMENT = "one statement";

  /** Works in memory or on names of files. */
  private static final String NO_ROWS = "no rows";

  private static final Map<String, String> JOBS =
      Map.ofEntries(
          Map.entry("address-watch", NO_ROWS),
          Map.entry(
              "alert-notices",
              "alert.FairSendingTest#aSubscriptionThatCannotBeReadKeepsNoOtherFromItsTurn"),
          Map.entry("alert-counts", ONE_STATEMENT),
          Map.entry("alert-retention", ONE_STATEMENT),
          Map.entry("audit-retention", ONE_STATEMENT),
          Map.entry("code-import-files", NO_ROWS),
          Map.entry(
              "code-import-leftovers",
              "foreign.ImportEndTest#oneThatNobodyCanReadKeepsTheCodesOfNoOther"),
          Map.entry("code-imports", ONE_STATEMENT),
          Map.entry(
              "complaint-retention", "complaint.ComplaintTest#oneThatNobodyCanReadKeepsNoOther"),
          Map.entry(
              "deliveries",
              "delivery.PoisonDeliveryTest#theNextOneIsMadeAndTheUnreadableOneHasFailed"),
          Map.entry(
              "delivery-retention",
              "delivery.PoisonDeliveryTest"
                  + "#theFilesOfOthersGoInTheirTimeBesideOneThatNobodyCanRead"),
          Map.entry("due-approvals", "tenancy.ApprovalTest#oneThatNobodyCanReadHoldsUpNoOther"),
          Map.entry("expired-sessions", ONE_STATEMENT),
          Map.entry("hourly-scans-retention", ONE_STATEMENT),
          Map.entry(
              "lake", "lake.LakeExportTest#aDayThatNobodyCanReadIsLeftAloneAndHoldsUpNoOther"),
          Map.entry("old-password-resets", ONE_STATEMENT),
          Map.entry("old-sign-in-attempts", ONE_STATEMENT),
          Map.entry("parked-events", ONE_STATEMENT),
          Map.entry("parked-user-agents", ONE_STATEMENT),
          Map.entry("refusals", "tenancy.RefusalsTest#oneThatCannotBeWrittenIsLostAlone"),
          Map.entry("reports", "report.ReportsTest#aBrandWhoseDaysNobodyCanTellHoldsUpNoOther"),
          Map.entry("scan-weeks", ONE_STATEMENT),
          Map.entry("traffic-counts", "traffic.PoisonCountTest#theOthersAreWritten"),
          Map.entry("unusual-volume", "watch.PoisonVolumeTest#aBrandThatFailsIsLeftOutAndCounted"),
          Map.entry("unconfirmed-second-factors", ONE_STATEMENT),
          Map.entry("user-agent-retention", ONE_STATEMENT),
          Map.entry(
              "user-agents", "scan.UserAgentsTest#headersThatOverflowTheGrammarKeepNobodyWaiting"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.zhenma");

  @Test
  void eachJobIsKnownHere() {
    TreeSet<String> jobs = new TreeSet<>();
    CLASSES.forEach(
        type ->
            type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Scheduled.class))
                .forEach(
                    method -> jobs.add(method.getAnnotationOfType(Scheduled.class).identity())));
    assertThat(jobs).isEqualTo(new TreeMap<>(JOBS).navigableKeySet());
  }

  @Test
  void eachTestThatIsNamedHereIsThere() throws Exception {
    for (String test : JOBS.values()) {
      if (test.contains("#")) {
        String[] names = test.split("#");
        assertThat(
                Class.forName("io.zhenma." + names[0])
                    .getDeclaredMethod(names[1])
                    .isAnnotationPresent(Test.class))
            .as(test)
            .isTrue();
      }
    }
  }

  /** {@code ParkedEventsTest} plants its scan before all projections that the application has. */
  @Test
  void whatFollowsTheJournalIsAProjection() {
    assertThat(CLASSES.that(assignableTo(JournalProjection.class)).stream())
        .filteredOn(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .hasSize(4);
  }
}
