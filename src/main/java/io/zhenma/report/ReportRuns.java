package io.zhenma.report;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.BrandView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The rows of snapshots. Each change is a transaction of its own, so that others see progress and
 * can cancel.
 */
@ApplicationScoped
class ReportRuns implements PanacheRepository<ReportRun> {
  /** A run that has not ended after so long belongs to a process that died. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);

  /**
   * Opens a run asked for by a person.
   *
   * @param automated whether programs' scans count too
   * @throws ProblemException conflict when one of this kind is being made
   */
  @Transactional
  ReportRun openManual(BrandView brand, ReportKind kind, boolean automated) {
    lock(brand);
    Instant alive = now().minus(GIVEN_UP_AFTER);
    long running =
        count(
            "brandId = ?1 and kind = ?2 and state = ?3 and startedAt > ?4",
            brand.id(),
            kind,
            ReportState.RUNNING,
            alive);
    if (running > 0) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "kind", "report-running");
    }
    return open(brand, kind, automated, ReportTrigger.MANUAL, null);
  }

  /** Two people who ask at once ask one after the other. */
  private void lock(BrandView brand) {
    getEntityManager()
        .createNativeQuery("SELECT id FROM brand WHERE id = ?1 FOR UPDATE", Long.class)
        .setParameter(1, brand.id())
        .getSingleResult();
  }

  /** Opens the run of a schedule's turn, or nothing when another replica has opened it. */
  @Transactional
  Optional<ReportRun> openScheduled(BrandView brand, ReportKind kind) {
    String turn = brand.id() + ":" + kind + ":" + today(brand);
    if (count("scheduleKey", turn) > 0) {
      return Optional.empty();
    }
    return Optional.of(open(brand, kind, false, ReportTrigger.SCHEDULED, turn));
  }

  private ReportRun open(
      BrandView brand,
      ReportKind kind,
      boolean automated,
      ReportTrigger trigger,
      @org.jspecify.annotations.Nullable String turn) {
    ReportRun run = new ReportRun();
    run.brandId = brand.id();
    run.kind = kind;
    run.automated = automated;
    run.asOf = today(brand);
    run.state = ReportState.RUNNING;
    run.trigger = trigger;
    run.scheduleKey = turn;
    run.thresholds = "{}";
    run.startedAt = now();
    persist(run);
    flush();
    return run;
  }

  @Transactional
  Page<ReportRunView> page(long brandId, Optional<ReportKind> kind, Page.Request wanted) {
    Sort newest = Sort.by("id").descending();
    var found =
        kind.isPresent()
            ? find("brandId = ?1 and kind = ?2", newest, brandId, kind.get())
            : find("brandId = ?1", newest, brandId);
    return wanted.of(
        found.page(wanted.page(), wanted.size()).stream().map(ReportRun::view).toList(),
        found.count());
  }

  @Transactional
  ReportRun require(long brandId, long id) {
    return find("brandId = ?1 and id = ?2", brandId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** Notes progress; says no when the run has been cancelled meanwhile. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean reached(long id, int percent) {
    return update("progress = ?1 where id = ?2 and state = ?3", percent, id, ReportState.RUNNING)
        == 1;
  }

  /**
   * Ends a run in the transaction that writes its rows, so that both are there or neither.
   *
   * @return false when it was cancelled meanwhile
   */
  static boolean finish(Connection connection, long id, ReportContent content) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE report_run SET state = 'DONE', progress = 100, row_count = ?, thresholds = ?,"
                + " since = ?, finished_at = UTC_TIMESTAMP(3) WHERE id = ? AND state = 'RUNNING'")) {
      update.setLong(1, content.rows());
      update.setString(2, content.thresholds());
      update.setObject(3, content.since());
      update.setLong(4, id);
      return update.executeUpdate() == 1;
    }
  }

  /** Ends runs whose process must have died, so that their turn can come again. */
  @Transactional
  void giveUpLost() {
    update(
        "state = ?1, scheduleKey = null, finishedAt = ?2 where state = ?3 and startedAt < ?4",
        ReportState.FAILED,
        now(),
        ReportState.RUNNING,
        now().minus(GIVEN_UP_AFTER));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean end(long id, ReportState state) {
    return update(
            "state = ?1, finishedAt = ?2 where id = ?3 and state = ?4",
            state,
            now(),
            id,
            ReportState.RUNNING)
        == 1;
  }

  private static LocalDate today(BrandView brand) {
    return LocalDate.ofInstant(Instant.now(), brand.zone());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
