package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenma.problem.LostDatabase;
import io.zhenma.sql.PreparedSession;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets projections follow the journal, each by its own saved position a lane, exactly once: events
 * are applied and the position is moved in one transaction, which holds the position's row, so that
 * replicas take turns. One thread a replica serves all projections, a few times a second.
 */
@ApplicationScoped
public class JournalFollower {
  private static final Logger LOG = Logger.getLogger(JournalFollower.class);
  private static final int A_TURN = 20;
  private static final int TO_THE_END = Integer.MAX_VALUE;
  private static final int LARGE_STEP = 500;
  private static final int SMALL_STEP = 200;

  /** Whoever has so many numbers before them rests no more. */
  private static final int FAR_BEHIND = 10_000;

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final AgroalDataSource database;
  private final List<JournalProjection> projections;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Troubles troubles = new Troubles();
  private long silentUntil = System.nanoTime();

  /** Of the thread alone, kept while there is something to follow: its statements stay prepared. */
  private @Nullable PreparedSession kept;

  private final Thread thread = new Thread(this::work, "journal-follower");

  JournalFollower(AgroalDataSource database, @All List<JournalProjection> projections) {
    this.database = database;
    this.projections = projections;
  }

  void start(@Observes @Priority(10) StartupEvent started) {
    thread.start();
  }

  /** Lets the step under way end. */
  void stop(@Observes ShutdownEvent ending) {
    stopping.countDown();
    try {
      thread.join(LONGEST_STOP.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    Duration pause = PAUSE;
    try {
      while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = followAll() ? PAUSE : PAUSE_AFTER_FAILURE;
      }
    } catch (InterruptedException interrupted) {
      LOG.warn("the journal is followed no more");
    } finally {
      closeKept();
    }
  }

  private boolean followAll() {
    try {
      List<Lane> lanes = Lane.behind(database, projections);
      if (lanes.isEmpty()) {
        closeKept();
      } else {
        follow(kept(), lanes, projections, new Stroll(), A_TURN);
      }
      return true;
    } catch (SQLException | RuntimeException | Error failure) {
      tell(failure);
      closeKept();
      return false;
    }
  }

  /** Once a minute, however often it fails. */
  private void tell(Throwable failure) {
    long now = System.nanoTime();
    if (now - silentUntil < 0) {
      LOG.debug("the journal was not followed to its end again", failure);
      return;
    }
    silentUntil = now + SILENCE.toNanos();
    if (LostDatabase.in(failure)) {
      LOG.warnf("the journal is not followed while the database is away: %s", failure);
    } else {
      LOG.error("the journal was not followed to its end", failure);
    }
  }

  private PreparedSession kept() throws SQLException {
    PreparedSession session = kept;
    if (session == null) {
      session = PreparedSession.open(database);
      kept = session;
    }
    return session;
  }

  private void closeKept() {
    PreparedSession session = kept;
    kept = null;
    if (session != null) {
      session.abandon();
    }
  }

  /**
   * Applies everything that is new to the projection.
   *
   * @throws SQLException when a lane could not be followed to its end; the other lanes were, what
   *     was applied stays, and the rest comes next time
   */
  void follow(JournalProjection projection) throws SQLException {
    List<JournalProjection> alone = List.of(projection);
    toTheEnd(Lane.behind(database, alone), alone);
  }

  /**
   * The same for one brand, whatever becomes of the others.
   *
   * @return how many numbers of the journal were passed
   */
  public long follow(JournalProjection projection, long brandId) throws SQLException {
    List<JournalProjection> alone = List.of(projection);
    List<Lane> own =
        Lane.behind(database, alone).stream().filter(lane -> lane.brandId() == brandId).toList();
    return toTheEnd(own, alone);
  }

  private long toTheEnd(List<Lane> lanes, List<JournalProjection> followers) throws SQLException {
    if (lanes.isEmpty()) {
      return 0;
    }
    try (PreparedSession session = PreparedSession.open(database)) {
      return follow(session, lanes, followers, new Hurry(), TO_THE_END);
    }
  }

  private long follow(
      PreparedSession session,
      List<Lane> lanes,
      List<JournalProjection> followers,
      JournalPass.Pace pace,
      int steps)
      throws SQLException {
    JournalPass pass = new JournalPass(session, pace, troubles);
    for (Lane lane : lanes) {
      if (isStopping()) {
        break;
      }
      pass.follow(lane, followers, steps);
    }
    return pass.end();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** To the end as fast as may be: somebody waits for it. */
  private final class Hurry implements JournalPass.Pace {
    @Override
    public int step(long left) {
      return LARGE_STEP;
    }

    @Override
    public boolean goesOn(long left, Duration took) {
      return !isStopping();
    }
  }

  /**
   * In small steps with a rest as long as each, up to the usual pause, so that the scans being
   * answered meanwhile wait for none of them long.
   */
  private final class Stroll implements JournalPass.Pace {
    @Override
    public int step(long left) {
      return left > FAR_BEHIND ? LARGE_STEP : SMALL_STEP;
    }

    @Override
    public boolean letsRest() {
      return true;
    }

    @Override
    public boolean goesOn(long left, Duration took) {
      long rest = left > FAR_BEHIND ? 0 : Math.min(took.toNanos(), PAUSE.toNanos());
      try {
        return !stopping.await(rest, TimeUnit.NANOSECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
