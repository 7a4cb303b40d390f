package io.zhenma.tenancy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Counts what is refused, in memory, and writes the counts every other second: a flood of refusals
 * neither fills the table nor costs a connection each. An hour has at most {@value #MOST_AN_HOUR}
 * rows a replica; what is beyond is counted together. A crash loses the counts of two seconds.
 */
@ApplicationScoped
class Refusals {
  static final int MOST_AN_HOUR = 1_000;
  private static final Logger LOG = Logger.getLogger(Refusals.class);

  private final RefusalRows rows;
  private final ClientNetwork network;
  private final Set<Refusal> ofThisHour = new HashSet<>();
  private Map<Refusal, Integer> pending = new HashMap<>();
  private Instant hour = Instant.EPOCH;
  private boolean failing;

  Refusals(RefusalRows rows, ClientNetwork network) {
    this.rows = rows;
    this.network = network;
  }

  /** Somebody who is signed in was refused. */
  void note(Access by, String action, String subject) {
    count(Refusal.now(by.brandId(), by.userId(), action, subject, network.block()));
  }

  /** The same, for administrators to see. */
  void notePlatform(Access by, String action, String subject) {
    count(Refusal.now(null, by.userId(), action, subject, network.block()));
  }

  /** Somebody could not sign in as that user. */
  void note(AppUser wanted, String action) {
    count(Refusal.now(wanted.brandId, null, action, "user:" + wanted.id, network.block()));
  }

  /** Somebody could not sign in as nobody whom the platform knows. */
  void noteNobody(String action) {
    count(Refusal.now(null, null, action, "nobody", network.block()));
  }

  synchronized void count(Refusal refusal) {
    if (!refusal.hour().equals(hour)) {
      hour = refusal.hour();
      ofThisHour.clear();
    }
    boolean kept = ofThisHour.size() < MOST_AN_HOUR || ofThisHour.contains(refusal);
    if (kept) {
      ofThisHour.add(refusal);
    }
    pending.merge(kept ? refusal : refusal.coarse(), 1, Integer::sum);
  }

  @Scheduled(
      every = "2s",
      identity = "refusals",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void write() {
    Map<Refusal, Integer> taken = take();
    if (taken.isEmpty()) {
      return;
    }
    try {
      rows.add(taken, Instant.now());
      failing = false;
    } catch (SQLException failure) {
      if (!failing) {
        LOG.warnf("refusals are not written into the audit log: %s", failure.getMessage());
      }
      failing = true;
    }
  }

  void writeLast(@Observes @Priority(1) ShutdownEvent end) {
    write();
  }

  private synchronized Map<Refusal, Integer> take() {
    Map<Refusal, Integer> taken = pending;
    pending = new HashMap<>();
    return taken;
  }
}
