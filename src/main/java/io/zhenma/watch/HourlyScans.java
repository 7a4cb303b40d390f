package io.zhenma.watch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.scan.JournalProjection;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts people's scans an hour, of each product and of the brand. */
@ApplicationScoped
class HourlyScans implements JournalProjection {
  /** Stands for all products of a brand. */
  static final long BRAND = 0;

  /** Longer than any look back. */
  private static final Duration KEPT = Duration.ofDays(70);

  private static final String NAME = "hourly-scans";
  private static final String ADD =
      "INSERT INTO hourly_scans (brand_id, product_id, hour, scans) VALUES (?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE scans = scans + VALUES(scans)";

  private final AgroalDataSource database;

  HourlyScans(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public String projectionName() {
    return NAME;
  }

  private record Key(long productId, Instant hour) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::productId).thenComparing(Key::hour);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  @Override
  public void apply(PreparedSession session, long brandId, List<ScanEvent> events)
      throws SQLException {
    Instant oldest = Instant.now().minus(KEPT);
    SortedMap<Key, Long> counts = new TreeMap<>();
    for (ScanEvent event : events) {
      if (!event.refined() && !event.visitor().isAutomated() && event.at().isAfter(oldest)) {
        Instant hour = event.at().truncatedTo(ChronoUnit.HOURS);
        counts.merge(new Key(BRAND, hour), 1L, Long::sum);
        counts.merge(new Key(event.productId(), hour), 1L, Long::sum);
      }
    }
    PreparedStatement add = session.prepared(ADD);
    for (Map.Entry<Key, Long> count : counts.entrySet()) {
      new Values(add)
          .add(brandId)
          .add(count.getKey().productId())
          .add(count.getKey().hour())
          .add(count.getValue().longValue());
      add.executeUpdate();
    }
  }

  @Scheduled(every = "1h", delayed = "3m", identity = "hourly-scans-retention")
  void forget() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM hourly_scans WHERE hour < ? LIMIT 50000")) {
      delete.setObject(1, LocalDateTime.ofInstant(Instant.now().minus(KEPT), ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }
}
