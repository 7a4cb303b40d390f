package io.zhenma.report;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.customer.CustomerProjection;
import io.zhenma.problem.JobTroubles;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Makes reports. A report's rows appear all at once with its end, or not at all. */
@ApplicationScoped
public class Reports {
  private static final Logger LOG = Logger.getLogger(Reports.class);

  private final AgroalDataSource database;
  private final ReportRuns runs;
  private final Brands brands;
  private final CustomerProjection customers;
  private final ManagedExecutor executor;

  Reports(
      AgroalDataSource database,
      ReportRuns runs,
      Brands brands,
      CustomerProjection customers,
      ManagedExecutor executor) {
    this.database = database;
    this.runs = runs;
    this.brands = brands;
    this.customers = customers;
    this.executor = executor;
  }

  /** Starts a report and returns at once. */
  ReportRunView start(long brandId, ReportKind kind, boolean automated) {
    BrandView brand = brands.get(brandId);
    ReportRun run = runs.openManual(brand, kind, automated);
    executor.execute(() -> make(brand, run));
    return run.view();
  }

  /**
   * Makes a report and returns when it is done.
   *
   * @throws io.zhenma.problem.ProblemException conflict when one of this kind is being made
   */
  public void makeNow(long brandId, ReportKind kind) {
    BrandView brand = brands.get(brandId);
    make(brand, runs.openManual(brand, kind, false));
  }

  @Scheduled(
      cron = "{zhenma.report.schedule}",
      timeZone = "{zhenma.report.time-zone}",
      identity = "reports",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void makeScheduled() {
    runs.giveUpLost();
    for (BrandView brand : brands.all()) {
      for (ReportKind kind : ReportKind.values()) {
        try {
          runs.openScheduled(brand, kind).ifPresent(run -> make(brand, run));
        } catch (PersistenceException anotherReplica) {
          LOG.debugf("report %s of brand %d is another replica's", kind, brand.id());
        } catch (RuntimeException failure) {
          JobTroubles.leftOut("reports", kind + " of brand " + brand.id(), failure);
        }
      }
    }
  }

  private void make(BrandView brand, ReportRun run) {
    try (Connection connection = database.getConnection()) {
      customers.catchUp(brand.id());
      connection.setAutoCommit(false);
      write(connection, brand, run);
    } catch (ReportCancelledException cancelled) {
      LOG.infof("report %d was cancelled", run.id);
    } catch (SQLException | RuntimeException | StackOverflowError failure) {
      LOG.errorf(failure, "report %d failed", run.id);
      runs.end(run.id, ReportState.FAILED);
    }
  }

  private void write(Connection connection, BrandView brand, ReportRun run) throws SQLException {
    try {
      ReportJob job = new ReportJob(run.id, brand, run.asOf, percent -> reached(run.id, percent));
      ReportContent content =
          switch (run.kind) {
            case RFM -> RfmReport.make(connection, job);
            case REGION -> RegionReport.make(connection, job, run.automated);
          };
      if (!ReportRuns.finish(connection, run.id, content)) {
        throw new ReportCancelledException();
      }
      connection.commit();
    } catch (SQLException | RuntimeException | StackOverflowError failure) {
      connection.rollback();
      throw failure;
    }
  }

  private void reached(long id, int percent) {
    if (!runs.reached(id, percent)) {
      throw new ReportCancelledException();
    }
  }
}
