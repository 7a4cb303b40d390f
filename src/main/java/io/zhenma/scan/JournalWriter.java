package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.zhenma.device.UserAgent;
import io.zhenma.problem.LostDatabase;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.Journal.Pending;
import io.zhenma.scan.JournalTransaction.Answer;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Reserved;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One thread, one lane: takes what waits, commits it in one transaction a brand, answers. */
final class JournalWriter {
  private static final Logger LOG = Logger.getLogger(JournalWriter.class);
  private static final Duration RETRY_LATER = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 5;

  /** For so long after a lost race all items are locked before anything is decided. */
  private static final Duration CONTENDED = Duration.ofMinutes(1);

  private static final Counter RETRIES = Metrics.counter("zhenma.journal.retries");
  private static final int WORTH_A_COMMIT = 64;

  private final int lane;
  private final AgroalDataSource database;
  private final int group;
  private final long gather;
  private final BlockingQueue<Pending> queue;
  private final Thread thread;
  private final KnownUserAgents agents = new KnownUserAgents();
  private @Nullable PreparedSession session;
  private Instant contendedUntil = Instant.MIN;
  private int lastGroup;
  private boolean gathered;
  private volatile boolean stopping;

  JournalWriter(int lane, AgroalDataSource database, JournalConfig config) {
    this.lane = lane;
    this.database = database;
    this.group = config.group();
    this.gather = config.gather().toNanos();
    this.queue = new ArrayBlockingQueue<>(config.waiting());
    this.thread = new Thread(this::workReserved, "journal-" + lane);
  }

  /** A scan that can be written now. */
  private record Prepared(JournalEntry entry, Pending scan) {}

  void start() {
    thread.start();
  }

  void stop() {
    stopping = true;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void submit(Pending scan) {
    if (stopping || !queue.offer(scan)) {
      throw ProblemException.later(ProblemType.OVERLOADED, RETRY_LATER);
    }
  }

  private void workReserved() {
    Reserved.call(
        () -> {
          work();
          return true;
        });
  }

  private void work() {
    while (!stopping || !queue.isEmpty()) {
      try {
        Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Pending> taken = new ArrayList<>(group);
          taken.add(first);
          gather();
          queue.drainTo(taken, group - 1);
          lastGroup = taken.size();
          byBrand(taken).forEach(this::write);
        }
      } catch (InterruptedException interrupted) {
        stopping = true;
      }
    }
    closeSession();
  }

  /**
   * A commit costs about the same for one scan and for many, so those about to come are met. When
   * as many wait as went last time, the commit was slow and they wait no longer; but never twice in
   * a row, or groups would stay as small as they happen to be.
   */
  private void gather() {
    int waiting = queue.size() + 1;
    boolean late = gathered && waiting >= lastGroup;
    gathered = lastGroup > 1 && !late && waiting < WORTH_A_COMMIT;
    if (gathered) {
      LockSupport.parkNanos(gather);
    }
  }

  private static Map<Long, List<Prepared>> byBrand(List<Pending> taken) {
    Map<Long, List<Prepared>> brands = new LinkedHashMap<>();
    for (Pending scan : taken) {
      try {
        scan.prepare()
            .ifPresent(
                entry ->
                    brands
                        .computeIfAbsent(entry.brandId(), unseen -> new ArrayList<>())
                        .add(new Prepared(entry, scan)));
      } catch (ProblemException refusal) {
        scan.failed(refusal);
      } catch (RuntimeException failure) {
        LOG.error("a scan could not be prepared", failure);
        scan.failed(ProblemException.later(refusal(failure), RETRY_LATER));
      }
    }
    return brands;
  }

  /**
   * A deadlock or a scan id that another replica wrote meanwhile rolls all back; once more then
   * sees it. What fails for another reason is written scan by scan, so that one scan's trouble is
   * not everybody's. While the database is away all are refused at once.
   */
  private void write(long brandId, List<Prepared> scans) {
    for (int attempt = 1; ; attempt++) {
      try {
        List<Answer> answers = commit(brandId, scans, Instant.now().isBefore(contendedUntil));
        for (int i = 0; i < answers.size(); i++) {
          answer(scans.get(i).scan(), answers.get(i));
        }
        return;
      } catch (SQLException | RuntimeException | Error failure) {
        if (attempt == ATTEMPTS || !(failure instanceof SQLException sql) || !passes(sql)) {
          if (scans.size() > 1 && !LostDatabase.in(failure)) {
            scans.forEach(scan -> write(brandId, List.of(scan)));
            return;
          }
          LOG.errorf(failure, "journal lane %d: %d scans were not written", lane, scans.size());
          ProblemException refusal = ProblemException.later(refusal(failure), RETRY_LATER);
          scans.forEach(scan -> scan.scan().failed(refusal));
          return;
        }
        RETRIES.increment();
        contendedUntil = Instant.now().plus(CONTENDED);
      }
    }
  }

  /** A commit whose connection was lost may have been made: who sends the scan again is told. */
  private static ProblemType refusal(Throwable failure) {
    return LostDatabase.in(failure) ? ProblemType.UNAVAILABLE : ProblemType.OVERLOADED;
  }

  private List<Answer> commit(long brandId, List<Prepared> scans, boolean contended)
      throws SQLException {
    List<JournalEntry> entries = scans.stream().map(Prepared::entry).toList();
    List<UserAgent> newAgents = agents.toWrite(entries.stream().map(JournalEntry::userAgent));
    try {
      PreparedSession current = session();
      List<Answer> answers =
          new JournalTransaction(current, brandId, entries, contended).run(lane, newAgents);
      current.commit();
      agents.wrote(newAgents);
      return answers;
    } catch (SQLException | RuntimeException | Error failure) {
      endTransaction(failure);
      throw failure;
    }
  }

  private PreparedSession session() throws SQLException {
    if (session == null) {
      session = PreparedSession.open(database);
    }
    return session;
  }

  /** After a lost race the session goes on; after anything else nothing is known of it. */
  private void endTransaction(Throwable failure) {
    PreparedSession current = session;
    if (current == null) {
      return;
    }
    try {
      current.rollback();
      if (failure instanceof SQLException sql && passes(sql) && !LostDatabase.in(sql)) {
        return;
      }
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
    closeSession();
  }

  private void closeSession() {
    if (session != null) {
      session.abandon();
      session = null;
    }
  }

  private static void answer(Pending scan, Answer answer) {
    if (answer instanceof Answer.Done done) {
      scan.recorded(done.recorded());
    } else if (answer instanceof Answer.Refused refused) {
      scan.failed(refused.why());
    }
  }

  /**
   * Class 40 is a rolled-back transaction (deadlock), class 23 a broken unique key, 08 a lost
   * connection.
   */
  private static boolean passes(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("40")
            || state.startsWith("23")
            || state.startsWith("08")
            || failure.getErrorCode() == 1205);
  }
}
