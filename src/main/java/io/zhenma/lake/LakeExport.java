package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.zhenma.lake.DayWriter.Draft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Brings closed days of scans into the lake, one replica at a time. A day is written down only once
 * its file was read back and has its name; whatever is interrupted is done again, with the same
 * result.
 */
@ApplicationScoped
public class LakeExport {
  private static final Logger LOG = Logger.getLogger(LakeExport.class);
  static final String TASK = "lake";

  private final AgroalDataSource database;
  private final LakeConfig config;
  private final DaysWaiting waiting;
  private final DayWriter writer;
  private final LakeFiles files;
  private final MeterRegistry meters;
  private final AtomicLong daysWaiting;
  private volatile boolean stopping;

  LakeExport(
      AgroalDataSource database,
      LakeConfig config,
      DaysWaiting waiting,
      DayWriter writer,
      LakeFiles files,
      MeterRegistry meters) {
    this.database = database;
    this.config = config;
    this.waiting = waiting;
    this.writer = writer;
    this.files = files;
    this.meters = meters;
    this.daysWaiting = meters.gauge("zhenma.lake.days.waiting", new AtomicLong());
  }

  void stop(@Observes ShutdownEvent stopping) {
    this.stopping = true;
  }

  /**
   * What a run did.
   *
   * @param days files made
   * @param failed days that could not be exported; the log says why
   * @param left days not tried, since the application stops
   */
  public record Summary(int days, long rows, long bytes, int failed, int left) {
    public boolean complete() {
      return failed == 0 && left == 0;
    }
  }

  /**
   * Exports all closed days that the lake lacks.
   *
   * @param until the last day to export, or empty for the last that is closed; later days are not
   * @return empty when another replica is at it
   */
  public Optional<Summary> run(Optional<LocalDate> until) throws SQLException, IOException {
    Optional<LakeLease> lease = LakeLease.take(database, TASK, config.lease());
    if (lease.isEmpty()) {
      return Optional.empty();
    }
    try (LakeLease held = lease.get()) {
      return Optional.of(run(held, until));
    }
  }

  Summary run(LakeLease lease, Optional<LocalDate> until) throws SQLException, IOException {
    files.sweep();
    LocalDate closed = waiting.lastClosed(Instant.now());
    List<LakePart> parts = waiting.upTo(until.filter(day -> day.isBefore(closed)).orElse(closed));
    daysWaiting.set(parts.size());
    Summary summary = new Summary(0, 0, 0, 0, parts.size());
    for (LakePart part : parts) {
      if (stopping) {
        LOG.infof("lake: stopped with %d days left", summary.left());
        return summary;
      }
      summary = add(summary, export(lease, part));
      daysWaiting.decrementAndGet();
    }
    if (!parts.isEmpty()) {
      LOG.infof(
          "lake: %d days with %d scans exported, %d failed",
          summary.days(), summary.rows(), summary.failed());
    }
    return summary;
  }

  private static Summary add(Summary so, Optional<Draft> made) {
    return made.map(
            draft ->
                new Summary(
                    so.days() + 1,
                    so.rows() + draft.sum().rows(),
                    so.bytes() + draft.bytes(),
                    so.failed(),
                    so.left() - 1))
        .orElseGet(
            () -> new Summary(so.days(), so.rows(), so.bytes(), so.failed() + 1, so.left() - 1));
  }

  /** One day's trouble, such as a broken row, does not hold the others up. */
  private Optional<Draft> export(LakeLease lease, LakePart part) throws SQLException {
    try {
      lease.renew();
      Draft draft = writer.write(part, lease::renew);
      try {
        publish(lease, part, draft);
      } finally {
        Files.deleteIfExists(draft.file());
      }
      meters.counter("zhenma.lake.rows").increment(draft.sum().rows());
      LOG.infof("lake: %s, %d scans in %d bytes", part, draft.sum().rows(), draft.bytes());
      return Optional.of(draft);
    } catch (LeaseLostException lost) {
      throw lost;
    } catch (SQLException | IOException | RuntimeException failure) {
      LOG.errorf(failure, "lake: %s was not exported", part);
      return Optional.empty();
    }
  }

  /** The lease stays locked until the file has its name and is written down. */
  private void publish(LakeLease lease, LakePart part, Draft draft)
      throws SQLException, IOException {
    if (waiting.rows(part) != draft.sum().rows()) {
      throw new IOException("scans came while the file was made; it is made again next time");
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lease.renew(connection);
        files.publish(draft.file(), part);
        LakeDays.record(connection, part, draft.sum(), draft.bytes(), draft.sha256());
        connection.commit();
      } catch (SQLException | IOException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    }
  }
}
