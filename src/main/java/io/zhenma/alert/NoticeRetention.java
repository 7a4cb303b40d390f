package io.zhenma.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Deletes what has had its time, in portions, and counts what waits. */
@ApplicationScoped
class NoticeRetention {
  private static final int PORTION = 1_000;
  private static final int MOST_PORTIONS = 100;

  private final Store store;
  private final AlertConfig config;
  private final AtomicLong pending;
  private final AtomicLong dead;

  NoticeRetention(Store store, AlertConfig config, MeterRegistry meters) {
    this.store = store;
    this.config = config;
    this.pending = meters.gauge("zhenma.alert.pending", new AtomicLong());
    this.dead = meters.gauge("zhenma.alert.dead", new AtomicLong());
  }

  @Scheduled(every = "1m", delayed = "10s", identity = "alert-counts")
  void count() {
    pending.set(count(NoticeState.PENDING));
    dead.set(count(NoticeState.DEAD));
  }

  private long count(NoticeState state) {
    return store.alone(
        connection ->
            Sql.list(
                    connection,
                    "SELECT COUNT(*) FROM alert_notice WHERE state = ?",
                    List.of(state.name()),
                    row -> row.getLong(1))
                .get(0));
  }

  @Scheduled(
      every = "1h",
      delayed = "5m",
      identity = "alert-retention",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void hourly() {
    forget(NoticeState.DELIVERED, config.keepDelivered());
    forget(NoticeState.DEAD, config.keepOthers());
    int deleted = PORTION;
    for (int i = 0; i < MOST_PORTIONS && deleted == PORTION; i++) {
      deleted = store.alone(this::resolved);
    }
  }

  private int resolved(Connection connection) throws SQLException {
    return Sql.update(
        connection,
        "DELETE FROM alert WHERE state = 'RESOLVED'"
            + " AND resolved_at < UTC_TIMESTAMP(3) - INTERVAL ? SECOND LIMIT "
            + PORTION,
        List.of(config.keepOthers().toSeconds()));
  }

  private void forget(NoticeState state, Duration keep) {
    int deleted = PORTION;
    for (int i = 0; i < MOST_PORTIONS && deleted == PORTION; i++) {
      deleted = store.alone(connection -> portion(connection, state, keep));
    }
  }

  private static int portion(Connection connection, NoticeState state, Duration keep)
      throws SQLException {
    List<List<Object>> ended =
        Sql.list(
            connection,
            "SELECT brand_id, id FROM alert_notice WHERE state = ?"
                + " AND ended_at < UTC_TIMESTAMP(3) - INTERVAL ? SECOND LIMIT "
                + PORTION,
            List.of(state.name(), keep.toSeconds()),
            row -> List.of(row.getLong(1), row.getBytes(2)));
    for (List<Object> key : ended) {
      Sql.update(connection, "DELETE FROM alert_attempt WHERE brand_id = ? AND notice_id = ?", key);
      Sql.update(connection, "DELETE FROM alert_notice WHERE brand_id = ? AND id = ?", key);
    }
    return ended.size();
  }
}
