package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Every night: closed days into the lake, then weeks that are old enough out of the database. */
@ApplicationScoped
class LakeSchedule {
  private static final Logger LOG = Logger.getLogger(LakeSchedule.class);

  private final AgroalDataSource database;
  private final LakeConfig config;
  private final LakeExport export;
  private final ScanRetention retention;

  LakeSchedule(
      AgroalDataSource database, LakeConfig config, LakeExport export, ScanRetention retention) {
    this.database = database;
    this.config = config;
    this.export = export;
    this.retention = retention;
  }

  @Scheduled(
      cron = "{zhenma.lake.schedule}",
      timeZone = "{zhenma.report.time-zone}",
      identity = "lake",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyNight() {
    try {
      Optional<LakeLease> lease = LakeLease.take(database, LakeExport.TASK, config.lease());
      if (lease.isPresent()) {
        try (LakeLease held = lease.get()) {
          export.run(held, Optional.empty());
          retention.run(held, LocalDate.now(ZoneOffset.UTC));
        }
      }
    } catch (SQLException | IOException | RuntimeException failure) {
      LOG.error("the lake's night run ended early; the next one goes on", failure);
    }
  }
}
