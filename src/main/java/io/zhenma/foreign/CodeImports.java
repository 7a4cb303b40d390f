package io.zhenma.foreign;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of imports. Each change is a transaction of its own, so that others see it. */
@ApplicationScoped
class CodeImports implements PanacheRepository<CodeImport> {
  /** An import that nobody has worked on for so long belongs to a process that died. */
  static final Duration LOST_AFTER = Duration.ofMinutes(1);

  /**
   * Opens an import. One at a time in a brand, so that none is judged by codes that may yet vanish.
   *
   * @throws ProblemException conflict when one is under way
   */
  @Transactional
  CodeImport open(long brandId, long userId, NewImport wanted, long bytes) {
    lock(brandId);
    requireNoneUnderWay(brandId);
    CodeImport opened = new CodeImport();
    opened.brandId = brandId;
    opened.state = ImportState.WAITING;
    opened.checkOnly = wanted.checkOnly();
    opened.ignoreCase = wanted.defaults().ignoreCase();
    opened.gtin = wanted.defaults().gtin().orElse(null);
    opened.lot = wanted.defaults().lot().orElse(null);
    opened.producedOn = wanted.producedOn();
    opened.fileBytes = bytes;
    opened.createdBy = userId;
    opened.createdAt = now();
    opened.seenAt = opened.createdAt;
    persist(opened);
    flush();
    return opened;
  }

  /** Two people who ask at once ask one after the other. */
  private void lock(long brandId) {
    getEntityManager()
        .createNativeQuery("SELECT id FROM brand WHERE id = ?1 FOR UPDATE", Long.class)
        .setParameter(1, brandId)
        .getSingleResult();
  }

  @Transactional
  void requireNoneUnderWay(long brandId) {
    if (count("brandId = ?1 and state in ?2", brandId, ImportState.UNDER_WAY) > 0) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "import", "import-running");
    }
  }

  @Transactional
  CodeImport require(long brandId, long id) {
    return find("brandId = ?1 and id = ?2", brandId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  @Transactional
  Page<CodeImport> page(long brandId, Page.Request wanted) {
    var found = find("brandId = ?1", Sort.by("id").descending(), brandId);
    return wanted.of(found.page(wanted.page(), wanted.size()).list(), found.count());
  }

  /** Takes a waiting import up; empty when it was cancelled meanwhile. */
  @Transactional
  Optional<ImportJob> begin(long id) {
    int begun =
        update(
            "state = ?1, startedAt = ?2, seenAt = ?2 where id = ?3 and state = ?4",
            ImportState.RUNNING,
            now(),
            id,
            ImportState.WAITING);
    return begun == 1 ? Optional.of(findById(id).job()) : Optional.empty();
  }

  /**
   * Ends an import well, in the transaction of whoever calls; says no when it has ended already.
   */
  boolean finish(ImportJob job, ImportCounts counts) {
    return update(
            "state = ?1, finishedAt = ?2, readBytes = fileBytes, rowsRead = ?3, accepted = ?4,"
                + " refused = ?5 where id = ?6 and state = ?7",
            ImportState.DONE,
            now(),
            counts.rows(),
            counts.accepted(),
            counts.refused(),
            job.id(),
            ImportState.RUNNING)
        == 1;
  }

  /** Marks imports of this process as alive. */
  @Transactional
  void seen(Collection<Long> ids) {
    update("seenAt = ?1 where id in ?2 and state in ?3", now(), ids, ImportState.UNDER_WAY);
  }

  /** Ends an import that is under way; says no when it has ended already. */
  @Transactional
  boolean cancel(long brandId, long id) {
    return update(
            "state = ?1, finishedAt = ?2 where brandId = ?3 and id = ?4 and state in ?5",
            ImportState.CANCELLED,
            now(),
            brandId,
            id,
            ImportState.UNDER_WAY)
        == 1;
  }

  /** Ends an import that can't go on, unless it has ended already. */
  @Transactional
  void fail(long id, ImportFailure failure, long line, String detail) {
    update(
        "state = ?1, finishedAt = ?2, failure = ?3, failureLine = ?4, failureDetail = ?5"
            + " where id = ?6 and state in ?7",
        ImportState.FAILED,
        now(),
        failure,
        line == 0 ? null : (Integer) Math.toIntExact(line),
        detail,
        id,
        ImportState.UNDER_WAY);
  }

  /** Ends imports whose process must have died. */
  @Transactional
  void failLost() {
    update(
        "state = ?1, finishedAt = ?2, failure = ?3 where state in ?4 and seenAt < ?5",
        ImportState.FAILED,
        now(),
        ImportFailure.LOST,
        ImportState.UNDER_WAY,
        now().minus(LOST_AFTER));
  }

  /** Imports that came to nothing and may have left codes. */
  @Transactional
  List<Key> unswept() {
    return find("state in ?1 and swept = false", ImportState.CAME_TO_NOTHING)
        .project(Key.class)
        .list();
  }

  /** Which import it is: to know that, its row need not be readable. */
  record Key(Long brandId, Long id) {}

  @Transactional
  void swept(long id) {
    update("swept = true where id = ?1", id);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
