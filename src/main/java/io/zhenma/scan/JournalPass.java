package io.zhenma.scan;

import io.zhenma.sql.PreparedSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One pass of followers over the lanes, in one session. */
final class JournalPass {

  /** So often in a row an event may fail before it is put aside. */
  static final int TRIES = 3;

  private final PreparedSession session;
  private final Pace pace;
  private final Troubles troubles;
  private @Nullable Slice read;
  private @Nullable SQLException failed;
  private long passed;

  /**
   * @param pace how large its steps are, and what comes between them
   * @param troubles of this replica, whichever pass met them
   */
  JournalPass(PreparedSession session, Pace pace, Troubles troubles) {
    this.session = session;
    this.pace = pace;
    this.troubles = troubles;
  }

  /** In what steps a pass goes. */
  interface Pace {
    /**
     * @param left numbers of the journal up to the lane's end
     * @return most numbers in the next step
     */
    int step(long left);

    /**
     * Asked after each step, and may rest before it answers.
     *
     * @param left numbers up to the lane's end before that step
     * @param took how long that step was
     * @return whether to go on
     */
    boolean goesOn(long left, Duration took);

    /** Whether a projection that failed in a lane is left in peace there for a while. */
    default boolean letsRest() {
      return false;
    }
  }

  /** Events that were read last: projections at the same place need not read them again. */
  private record Slice(Lane lane, long from, long to, List<ScanEvent> events) {
    boolean is(Lane otherLane, long otherFrom, long otherTo) {
      return lane.equals(otherLane) && from == otherFrom && to == otherTo;
    }
  }

  /**
   * Leads the projections towards the lane's end; one that fails stays behind, the others go on.
   *
   * @param steps at most; a projection far behind must not keep the other lanes waiting
   */
  void follow(Lane lane, List<JournalProjection> projections, int steps) {
    List<JournalProjection> behind = new ArrayList<>(projections);
    behind.removeIf(projection -> pace.letsRest() && troubles.rests(projection, lane));
    boolean goesOn = true;
    for (int step = 0; goesOn && step < steps; step++) {
      long began = System.nanoTime();
      SortedMap<Long, List<JournalProjection>> places;
      try {
        places = places(lane, behind);
      } catch (SQLException failure) {
        note(failure);
        return;
      }
      if (places.isEmpty()) {
        return;
      }
      // Between two steps a brand may have been deleted: what was read before is of no use
      read = null;
      long left = lane.end() - places.firstKey();
      places.forEach((from, together) -> advance(lane, from, together, behind));
      goesOn = !behind.isEmpty() && pace.goesOn(left, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /**
   * The end of the pass.
   *
   * @return how many numbers of the journal were passed
   * @throws SQLException what kept a projection from going on
   */
  long end() throws SQLException {
    if (failed != null) {
      throw failed;
    }
    return passed;
  }

  private void note(SQLException failure) {
    if (failed == null) {
      failed = failure;
    } else {
      failed.addSuppressed(failure);
    }
  }

  /** Where the projections are; who is at the end is behind no more. */
  private SortedMap<Long, List<JournalProjection>> places(Lane lane, List<JournalProjection> behind)
      throws SQLException {
    Map<String, Long> positions = Positions.read(session, lane);
    session.commit();
    behind.removeIf(projection -> Positions.of(positions, projection) >= lane.end());
    SortedMap<Long, List<JournalProjection>> places = new TreeMap<>();
    for (JournalProjection projection : behind) {
      places
          .computeIfAbsent(Positions.of(positions, projection), place -> new ArrayList<>())
          .add(projection);
    }
    return places;
  }

  /**
   * Those at one place go together, in one transaction: each commit waits for the disk, before
   * which the scans being answered stand as well. If that fails, each goes alone.
   */
  private void advance(
      Lane lane, long from, List<JournalProjection> together, List<JournalProjection> behind) {
    try {
      lead(lane, from, together, stepEnd(lane, from));
      together.forEach(projection -> troubles.passed(projection, lane));
    } catch (SQLException | RuntimeException | Error failure) {
      if (together.size() > 1) {
        together.forEach(projection -> advance(lane, from, List.of(projection), behind));
      } else if (Passing.is(failure)) {
        stop(lane, together.get(0), failure, behind);
      } else {
        oneByOne(lane, from, together.get(0), behind);
      }
    }
  }

  private long stepEnd(Lane lane, long from) {
    return Math.min(from + pace.step(lane.end() - from), lane.end());
  }

  /**
   * Finds the event that fails: those before it are applied, and once it has failed often enough it
   * is put aside, so that those after it are applied too.
   */
  private void oneByOne(
      Lane lane, long from, JournalProjection projection, List<JournalProjection> behind) {
    long end = stepEnd(lane, from);
    for (long seq = from; seq < end; seq++) {
      try {
        lead(lane, seq, List.of(projection), seq + 1);
      } catch (SQLException | RuntimeException | Error failure) {
        if (!gotBy(lane, seq, projection, failure)) {
          stop(lane, projection, failure, behind);
          return;
        }
      }
    }
    troubles.passed(projection, lane);
  }

  private boolean gotBy(Lane lane, long seq, JournalProjection projection, Throwable failure) {
    try {
      return !Passing.is(failure)
          && troubles.failed(projection, lane, seq) >= TRIES
          && ParkedEventRows.park(session, lane, projection, seq, failure);
    } catch (SQLException | RuntimeException unwritten) {
      failure.addSuppressed(unwritten);
      return false;
    }
  }

  private void stop(
      Lane lane, JournalProjection projection, Throwable failure, List<JournalProjection> behind) {
    behind.remove(projection);
    note(
        new SQLException(
            "projection " + projection.projectionName() + " stopped in " + lane, failure));
  }

  /** Gives the next events to those who are still there: other replicas follow as well. */
  private void lead(Lane lane, long from, List<JournalProjection> projections, long to)
      throws SQLException {
    try {
      List<JournalProjection> there = new ArrayList<>();
      for (JournalProjection projection : projections) {
        if (Positions.lock(session, lane, projection) == from) {
          there.add(projection);
        }
      }
      if (!there.isEmpty()) {
        List<ScanEvent> events = read(lane, from, to);
        if (!events.isEmpty()) {
          for (JournalProjection projection : there) {
            projection.apply(session, lane.brandId(), events);
          }
        }
        Positions.move(session, lane, there, to);
        passed += (to - from) * there.size();
      }
      session.commit();
    } catch (SQLException | RuntimeException | Error failure) {
      session.rollback();
      throw failure;
    }
  }

  private List<ScanEvent> read(Lane lane, long from, long to) throws SQLException {
    Slice last = read;
    if (last == null || !last.is(lane, from, to)) {
      last =
          new Slice(
              lane, from, to, JournalReader.read(session, lane.brandId(), lane.lane(), from, to));
      read = last;
    }
    return last.events();
  }
}
