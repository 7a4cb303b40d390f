package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Something that was asked for, and what became of it. */
@Entity
@Table(name = "approval")
class Approval {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Enumerated(EnumType.STRING)
  @Column(length = 24)
  ApprovalKind kind;

  @Column String subject;
  @Column String summary;

  @Column(columnDefinition = "mediumtext")
  String payload;

  /** 0 while it is pending, the own id afterwards. */
  @Column long closed;

  @Enumerated(EnumType.STRING)
  @Column(length = 10)
  ApprovalState state;

  @Column(name = "requested_by")
  long requestedBy;

  @Column(name = "requested_at")
  Instant requestedAt;

  /** When it is done without a second person; null where there is one. */
  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "decided_by")
  @Nullable Long decidedBy;

  @Column(name = "decided_at")
  @Nullable Instant decidedAt;

  @Column String note;

  /**
   * @throws ProblemException when it was decided or has lapsed
   */
  void requirePending(Instant now) {
    if (state != ApprovalState.PENDING || !expiresAt.isAfter(now)) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "approval-over");
    }
  }

  void end(ApprovalState how, @Nullable Long by, String why, Instant now) {
    state = how;
    closed = id;
    decidedBy = by;
    decidedAt = now;
    note = why;
  }

  ApprovalView view(LongFunction<String> names) {
    Long decider = decidedBy;
    return new ApprovalView(
        id,
        kind,
        subject,
        summary,
        state,
        requestedBy,
        names.apply(requestedBy),
        requestedAt,
        dueAt,
        expiresAt,
        decider == null ? null : names.apply(decider),
        decidedAt,
        note);
  }
}
