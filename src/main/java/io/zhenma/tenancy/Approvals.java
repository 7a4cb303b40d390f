package io.zhenma.tenancy;

import io.quarkus.arc.All;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What lifts protection needs a second person: one operator asks, another one confirms; everybody
 * of the brand is told and may reject it. Where a brand has one operator alone, it is done after a
 * while in which others may stop it.
 */
@ApplicationScoped
public class Approvals {
  private static final int MOST_PENDING = 50;
  private static final int LONGEST_NOTE = 300;
  private static final int LONGEST_SUMMARY = 400;

  private final ApprovalRows rows;
  private final Users users;
  private final AuditLog audit;
  private final ApprovalConfig config;
  private final Map<ApprovalKind, ApprovedDeed> deeds;

  Approvals(
      ApprovalRows rows,
      Users users,
      AuditLog audit,
      ApprovalConfig config,
      @All List<ApprovedDeed> deeds) {
    this.rows = rows;
    this.users = users;
    this.audit = audit;
    this.config = config;
    this.deeds = deeds.stream().collect(Collectors.toMap(ApprovedDeed::kind, Function.identity()));
  }

  /**
   * Asks for something.
   *
   * @return what waits for approval now; empty when it may be done at once, since the brand has
   *     nobody else and its installation asks for no delay
   * @throws ProblemException conflict when the same is pending already, or too much is
   */
  @Transactional
  public Optional<ApprovalView> ask(long brandId, long userId, ApprovalWish wish) {
    boolean alone = users.otherOperators(brandId, userId) == 0;
    return alone && config.delay().isZero()
        ? Optional.empty()
        : Optional.of(open(brandId, userId, wish, alone));
  }

  /** The same, whoever else there is: it waits. */
  @Transactional
  public ApprovalView open(long brandId, long userId, ApprovalWish wish, boolean alone) {
    if (rows.isPending(brandId, wish.kind(), wish.subject())) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "approval-pending");
    }
    if (rows.pending(brandId) >= MOST_PENDING) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "state", "approvals-too-many", MOST_PENDING);
    }
    Instant now = now();
    Approval row = new Approval();
    row.brandId = brandId;
    row.kind = wish.kind();
    row.subject = wish.subject();
    row.summary = wish.summary().substring(0, Math.min(LONGEST_SUMMARY, wish.summary().length()));
    row.payload = wish.payload();
    row.state = ApprovalState.PENDING;
    row.requestedBy = userId;
    row.requestedAt = now;
    row.dueAt = alone ? now.plus(config.delay()) : null;
    row.expiresAt = now.plus(config.delay()).plus(config.lapse());
    row.note = "";
    rows.persistAndFlush(row);
    record(row, userId, "approval-requested");
    return view(row);
  }

  /**
   * Does what somebody else asked for.
   *
   * @throws ProblemException not-found; conflict when it was one's own wish, or it is over, or it
   *     can't be done any more
   */
  @Transactional
  ApprovalView confirm(long brandId, long userId, long id) {
    Approval row = rows.locked(brandId, id);
    row.requirePending(now());
    if (row.requestedBy == userId) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "approval-own");
    }
    row.end(ApprovalState.DONE, userId, "", now());
    record(row, userId, "approval-confirmed");
    perform(row);
    return view(row);
  }

  /** Anybody of the brand may, the one who asked included. */
  @Transactional
  ApprovalView reject(long brandId, long userId, long id, String note) {
    String why = note.isBlank() ? "" : FieldRule.plainText("note", note, LONGEST_NOTE);
    Approval row = rows.locked(brandId, id);
    row.requirePending(now());
    row.end(ApprovalState.REJECTED, userId, why, now());
    record(row, userId, "approval-rejected");
    return view(row);
  }

  /**
   * Does what nobody stopped in time.
   *
   * @throws ProblemException conflict when it is over, or who asked is active no more
   */
  @Transactional
  void due(long brandId, long id) {
    Approval row = rows.locked(brandId, id);
    Instant now = now();
    row.requirePending(now);
    if (row.dueAt == null || row.dueAt.isAfter(now) || !users.isActive(row.requestedBy)) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "approval-over");
    }
    row.end(ApprovalState.DONE, null, "", now);
    perform(row);
  }

  /** It could not be done, or nobody decided: nothing happens any more. */
  @Transactional
  void close(long brandId, long id, ApprovalState how, String why) {
    Approval row = rows.locked(brandId, id);
    if (row.state == ApprovalState.PENDING) {
      row.end(how, null, why, now());
      audit.record(brandId, null, "approval-ended", "approval:" + id, how + " " + why);
    }
  }

  @Transactional
  ApprovalView.Slice slice(
      long brandId, Optional<ApprovalState> state, Optional<Long> before, int size) {
    List<ApprovalView> found =
        rows.newest(brandId, state, before.orElse(Long.MAX_VALUE), size + 1).stream()
            .map(this::view)
            .toList();
    return found.size() <= size
        ? new ApprovalView.Slice(found, null)
        : new ApprovalView.Slice(found.subList(0, size), found.get(size - 1).id());
  }

  @Transactional
  ApprovalView get(long brandId, long id) {
    return view(rows.require(brandId, id));
  }

  private void perform(Approval row) {
    ApprovedDeed deed = deeds.get(row.kind);
    if (deed == null) {
      throw new IllegalStateException("nobody does " + row.kind);
    }
    deed.perform(row.brandId, row.requestedBy, row.payload);
  }

  private void record(Approval row, long userId, String action) {
    audit.record(
        row.brandId,
        userId,
        action,
        "approval:" + row.id,
        row.kind + " " + row.subject + ": " + row.summary);
  }

  private ApprovalView view(Approval row) {
    return row.view(users::name);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
