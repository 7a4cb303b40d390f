package io.zhenma.alert;

import io.zhenma.alert.Raised.Change;
import io.zhenma.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Joins occurrences to the one alert of their kind and subject that is not resolved, under the lock
 * of its row. The caller commits.
 */
final class OpenAlerts {
  private static final String LOCK =
      "SELECT id, severity, state, last_seen FROM alert"
          + " WHERE brand_id = ? AND kind = ? AND subject = ? AND closed = 0 FOR UPDATE";
  private static final String OPEN =
      "INSERT INTO alert (brand_id, kind, subject, closed, severity, state, occurrences, first_seen,"
          + " last_seen, facts, note) VALUES (?, ?, ?, 0, ?, 'OPEN', ?, ?, ?, ?, '')"
          + " ON DUPLICATE KEY UPDATE occurrences = occurrences + VALUES(occurrences)";
  private static final String JOIN =
      "UPDATE alert SET occurrences = occurrences + ?, severity = ?, state = ?,"
          + " first_seen = LEAST(first_seen, ?), last_seen = GREATEST(last_seen, ?)"
          + " WHERE brand_id = ? AND id = ?";
  private static final String TELL = "UPDATE alert SET facts = ? WHERE brand_id = ? AND id = ?";
  private static final Duration APART = Duration.ofMinutes(1);
  private static final int MET_ITS_DUPLICATE = 2;

  private OpenAlerts() {}

  private record Open(long id, Severity severity, AlertState state, Instant lastSeen) {}

  static Raised raise(Connection connection, long brandId, Occurrence what) throws SQLException {
    Optional<Open> open = lock(connection, brandId, what.kind(), what.subject());
    if (open.isPresent()) {
      return join(connection, brandId, open.get(), what, what.times());
    }
    int rows =
        Sql.update(
            connection,
            OPEN,
            List.of(
                brandId,
                what.kind().name(),
                what.subject().text(),
                what.severity().name(),
                what.times(),
                what.at(),
                what.at(),
                what.facts().json()));
    Open now = lock(connection, brandId, what.kind(), what.subject()).orElseThrow();
    return rows == MET_ITS_DUPLICATE
        ? join(connection, brandId, now, what, 0)
        : new Raised(now.id(), Change.OPENED);
  }

  /** Counts it if there is an alert that it joins. */
  static Optional<Raised> again(Connection connection, long brandId, Occurrence what)
      throws SQLException {
    Optional<Open> open = lock(connection, brandId, what.kind(), what.subject());
    return open.isEmpty() || what.at().isBefore(open.get().lastSeen().minus(APART))
        ? Optional.empty()
        : Optional.of(join(connection, brandId, open.get(), what, what.times()));
  }

  private static Optional<Open> lock(
      Connection connection, long brandId, AlertKind kind, AlertSubject subject)
      throws SQLException {
    return Sql.list(
            connection,
            LOCK,
            List.of(brandId, kind.name(), subject.text()),
            row ->
                new Open(
                    row.getLong("id"),
                    Severity.valueOf(row.getString("severity")),
                    AlertState.valueOf(row.getString("state")),
                    Sql.instant(row, "last_seen")))
        .stream()
        .findFirst();
  }

  private static Raised join(
      Connection connection, long brandId, Open open, Occurrence what, long times)
      throws SQLException {
    boolean escalates = what.severity().isAbove(open.severity());
    Sql.update(
        connection,
        JOIN,
        List.of(
            times,
            what.severity().or(open.severity()).name(),
            (escalates ? AlertState.OPEN : open.state()).name(),
            what.at(),
            what.at(),
            brandId,
            open.id()));
    if (escalates || !what.at().isBefore(open.lastSeen())) {
      Sql.update(connection, TELL, List.of(what.facts().json(), brandId, open.id()));
    }
    return new Raised(open.id(), escalates ? Change.ESCALATED : Change.JOINED);
  }
}
