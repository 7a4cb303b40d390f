package io.zhenma.watch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.alert.AlertKind;
import io.zhenma.alert.AlertSubject;
import io.zhenma.alert.Alerts;
import io.zhenma.alert.Fact;
import io.zhenma.alert.Facts;
import io.zhenma.alert.Occurrence;
import io.zhenma.alert.Severity;
import io.zhenma.problem.JobTroubles;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the present hour of each brand, and of each product when its brand is as usual, with its
 * own past. A campaign is one alert: while it grows it is counted, and for a week only twice as
 * much is told again.
 */
@ApplicationScoped
class UnusualVolume {
  private static final int MOST_AT_ONCE = 2_000;
  private static final int FAR = 5;
  private static final String BUSY =
      "SELECT brand_id, product_id, hour, scans FROM hourly_scans"
          + " WHERE hour >= ? AND hour <= ? AND scans >= ? ORDER BY brand_id, product_id, hour LIMIT "
          + MOST_AT_ONCE;

  private final AgroalDataSource database;
  private final Alerts alerts;
  private final Brands brands;
  private final WatchConfig config;

  UnusualVolume(AgroalDataSource database, Alerts alerts, Brands brands, WatchConfig config) {
    this.database = database;
    this.alerts = alerts;
    this.brands = brands;
    this.config = config;
  }

  /** An hour with many scans. */
  record Busy(long brandId, long productId, Instant hour, long scans) {
    boolean isBrand() {
      return productId == HourlyScans.BRAND;
    }
  }

  @Scheduled(
      every = "1m",
      delayed = "15s",
      identity = "unusual-volume",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyMinute() throws SQLException {
    look(Instant.now());
  }

  /**
   * At the present hour and, since scans arrive late, the one before. A brand that fails does not
   * keep the others from being looked at.
   */
  void look(Instant now) throws SQLException {
    Map<Long, List<Busy>> byBrand = new LinkedHashMap<>();
    for (Busy busy : busy(now.truncatedTo(ChronoUnit.HOURS))) {
      byBrand.computeIfAbsent(busy.brandId(), id -> new ArrayList<>()).add(busy);
    }
    for (List<Busy> ofBrand : byBrand.values()) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          look(connection, ofBrand, now);
          connection.commit();
        } catch (SQLException | RuntimeException failure) {
          connection.rollback();
          JobTroubles.leftOut("unusual-volume", "brand " + ofBrand.get(0).brandId(), failure);
        }
      }
    }
  }

  private List<Busy> busy(Instant hour) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
          connection,
          BUSY,
          List.of(Sql.utc(hour.minus(Duration.ofHours(1))), Sql.utc(hour), config.volumeMinimum()),
          row ->
              new Busy(
                  row.getLong(1),
                  row.getLong(2),
                  row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  row.getLong(4)));
    }
  }

  /** The brand stands first: what is unusual for all of it is not told of each product as well. */
  private void look(Connection connection, List<Busy> ofBrand, Instant now) throws SQLException {
    boolean brandIsUnusual = false;
    for (Busy busy : ofBrand) {
      if (busy.isBrand()) {
        brandIsUnusual |= isUnusual(connection, busy, now);
      } else if (!brandIsUnusual) {
        isUnusual(connection, busy, now);
      }
    }
  }

  private boolean isUnusual(Connection connection, Busy busy, Instant now) throws SQLException {
    Optional<Baseline> usual =
        History.of(
            connection, busy.brandId(), busy.productId(), busy.hour(), since(connection, busy));
    if (usual.isEmpty()) {
      return false;
    }
    long limit = usual.get().limit(config.volumeMinimum(), config.volumeFactor());
    if (busy.scans() < limit) {
      return false;
    }
    tell(connection, busy, occurrence(connection, busy, usual.get(), limit, now), now);
    return true;
  }

  /** A brand has a past from its first day on, a product from its first scan. */
  private Instant since(Connection connection, Busy busy) throws SQLException {
    if (busy.isBrand()) {
      return brands.get(busy.brandId()).createdAt();
    }
    return Sql.list(
            connection,
            "SELECT MIN(hour) FROM hourly_scans WHERE brand_id = ? AND product_id = ?",
            List.of(busy.brandId(), busy.productId()),
            row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
        .get(0);
  }

  private Occurrence occurrence(
      Connection connection, Busy busy, Baseline usual, long limit, Instant now)
      throws SQLException {
    Facts facts =
        Facts.of(Fact.SCANS, busy.scans())
            .and(Fact.USUAL_SCANS, Math.round(usual.median()))
            .and(Fact.LIMIT, limit)
            .and(Fact.HOUR, busy.hour());
    Optional<String> gtin =
        busy.isBrand() ? Optional.empty() : Gtins.of(connection, busy.brandId(), busy.productId());
    return Occurrence.once(
        AlertKind.UNUSUAL_VOLUME,
        gtin.map(AlertSubject::product).orElseGet(AlertSubject::brand),
        busy.scans() >= FAR * limit ? Severity.CRITICAL : Severity.WARNING,
        gtin.map(digits -> facts.and(Fact.GTIN, digits)).orElse(facts),
        now);
  }

  private void tell(Connection connection, Busy busy, Occurrence unusual, Instant now)
      throws SQLException {
    Optional<Long> peak = peakOfSilence(connection, busy, now);
    if (peak.isEmpty() || busy.scans() >= 2 * peak.get()) {
      alerts.raise(connection, busy.brandId(), unusual);
      remember(connection, busy, now, "VALUES(told_at)");
    } else if (busy.scans() > peak.get()) {
      alerts.again(connection, busy.brandId(), unusual);
      remember(connection, busy, now, "told_at");
    }
  }

  /** The most scans since it was told, if that is not long ago; locks the row. */
  private Optional<Long> peakOfSilence(Connection connection, Busy busy, Instant now)
      throws SQLException {
    return Sql.list(
            connection,
            "SELECT peak FROM volume_watch"
                + " WHERE brand_id = ? AND product_id = ? AND told_at > ? FOR UPDATE",
            List.of(busy.brandId(), busy.productId(), Sql.utc(now.minus(config.volumeSilence()))),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  private static void remember(Connection connection, Busy busy, Instant now, String toldAt)
      throws SQLException {
    try (PreparedStatement save =
        connection.prepareStatement(
            "INSERT INTO volume_watch (brand_id, product_id, told_at, peak) VALUES (?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE peak = VALUES(peak), told_at = "
                + toldAt)) {
      save.setLong(1, busy.brandId());
      save.setLong(2, busy.productId());
      save.setObject(3, Sql.utc(now));
      save.setLong(4, busy.scans());
      save.executeUpdate();
    }
  }
}
