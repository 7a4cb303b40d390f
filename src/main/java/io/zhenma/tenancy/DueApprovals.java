package io.zhenma.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.problem.JobTroubles;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.ApprovalRows.Key;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Does what is due and ends what has lapsed. Each in a transaction of its own, so that one that
 * can't be done holds up no other; several replicas may do so at once, as the row is locked.
 */
@ApplicationScoped
class DueApprovals {
  private final ApprovalRows rows;
  private final Approvals approvals;

  DueApprovals(ApprovalRows rows, Approvals approvals) {
    this.rows = rows;
    this.approvals = approvals;
  }

  @Scheduled(
      every = "30s",
      identity = "due-approvals",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void work() {
    Instant now = Instant.now();
    for (Key key : keys(() -> rows.expired(now))) {
      guarded(key, () -> approvals.close(key.brandId(), key.id(), ApprovalState.LAPSED, ""));
    }
    for (Key key : keys(() -> rows.due(now))) {
      guarded(key, () -> perform(key));
    }
  }

  private void perform(Key key) {
    try {
      approvals.due(key.brandId(), key.id());
    } catch (ProblemException refused) {
      approvals.close(key.brandId(), key.id(), ApprovalState.FAILED, refused.type().slug());
    }
  }

  /** What fails for another reason, such as a database that is away, is tried again. */
  private static void guarded(Key key, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      JobTroubles.leftOut("due-approvals", "approval " + key.id(), failure);
    }
  }

  private static List<Key> keys(Callable<List<Key>> found) {
    return QuarkusTransaction.requiringNew().call(found);
  }
}
