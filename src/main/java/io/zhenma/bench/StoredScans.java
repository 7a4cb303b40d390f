package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import io.zhenma.lake.WeekKeeper;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills a brand's journal with copies of its scans: other items, devices and ids, made in the half
 * year before, the oldest first as they would have come. The rows are written by the database
 * itself, since how they got there is not what is measured.
 */
@ApplicationScoped
class StoredScans {
  /** A lane that no writer and no follower uses. */
  private static final int LANE = 99;

  private static final int AT_ONCE = 2;
  private static final int ATTEMPTS = 60;
  private static final long PAUSE_MS = 500;
  private static final long LONGEST_COPY_MINUTES = 10;
  private static final Duration HALF_YEAR = Duration.ofDays(26 * 7);

  private static final String COPY_SCANS =
      "INSERT INTO scan (brand_id, lane, seq, scan_id, scanned_at, product_id, list_price_fen,"
          + " batch_number, item_number, kind, visitor, outcome, reasons, score, policy_version,"
          + " device, user_agent_id, language, network, carrier, country, province, city,"
          + " place_source, latitude, longitude, uncertainty, consented_at)"
          + " SELECT brand_id, "
          + LANE
          + ", ROW_NUMBER() OVER (ORDER BY lane, seq) + ? * ?, UNHEX(LEFT(SHA2(CONCAT(HEX(scan_id), ?), 256), 32)),"
          + " ? + INTERVAL (CRC32(CONCAT(HEX(scan_id), ?)) % ?) SECOND, product_id,"
          + " list_price_fen, batch_number, item_number + ? * ?, kind, visitor, outcome, reasons,"
          + " score, policy_version, UNHEX(LEFT(SHA2(CONCAT(HEX(device), ?), 256), 32)), user_agent_id, language,"
          + " network, carrier, country, province, city, place_source, latitude, longitude,"
          + " uncertainty, consented_at FROM scan WHERE brand_id = ? AND lane <> "
          + LANE;

  private final AgroalDataSource database;
  private final WeekKeeper weeks;

  StoredScans(AgroalDataSource database, WeekKeeper weeks) {
    this.database = database;
    this.weeks = weeks;
  }

  /**
   * Gives the weeks of that half year partitions, as if the platform had been there then. To be
   * done while few scans are stored, which are moved.
   */
  void makeWeeks() throws SQLException, InterruptedException {
    LocalDate first = LocalDate.ofInstant(start(), ZoneOffset.UTC);
    for (int attempt = 1; weeks.keepSince(first).isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("another process has been making weeks for too long");
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  private static Instant start() {
    return Instant.now().minus(HALF_YEAR);
  }

  /** Copies what the brand has until that many are stored; the load learns of the items. */
  void fill(long brandId, ScanLoad load, int wanted, Consumer<String> progress)
      throws SQLException, InterruptedException, ExecutionException {
    int items = load.items();
    long own = count(brandId);
    long copies = Math.max(1, (wanted + own - 1) / own);
    Instant start = start();
    Duration apart = HALF_YEAR.dividedBy(copies + 1);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> underWay = new ArrayList<>();
      for (long number = 1; number <= copies; number++) {
        Instant since = start.plus(apart.multipliedBy(number - 1));
        Copy copy = new Copy(number, brandId, own, items, Sql.utc(since), apart);
        underWay.add(threads.submit(() -> store(copy)));
      }
      for (int done = 1; done <= copies; done++) {
        underWay.get(done - 1).get();
        progress.accept(String.format(Locale.ROOT, "stored %,d scans", done * own));
      }
    } finally {
      threads.shutdownNow();
      // What a database is at goes on, and whoever cleans up has to come after it.
      threads.awaitTermination(LONGEST_COPY_MINUTES, TimeUnit.MINUTES);
    }
    load.stored(Math.toIntExact(items * (copies + 1)));
  }

  /**
   * One copy of all there is.
   *
   * @param number from 1 on
   * @param scans that are copied
   * @param items whose histories are copied
   * @param since its oldest scan
   * @param length time between that and its latest
   */
  private record Copy(
      long number, long brandId, long scans, int items, LocalDateTime since, Duration length) {}

  private @Nullable Void store(Copy copy) throws SQLException {
    long number = copy.number();
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          COPY_SCANS,
          List.of(
              number,
              copy.scans(),
              number,
              copy.since(),
              number,
              copy.length().toSeconds(),
              number,
              copy.items(),
              number,
              copy.brandId()));
      String others = String.join(", ", otherColumns(connection));
      Sql.update(
          connection,
          "INSERT INTO item_history (item_number, "
              + others
              + ") SELECT item_number + ? * ?, "
              + others
              + " FROM item_history WHERE brand_id = ? AND item_number < ?",
          List.of(number, copy.items(), copy.brandId(), copy.items()));
    }
    return null;
  }

  /** All columns but the item's number, whatever columns there are. */
  private static List<String> otherColumns(Connection connection) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet row =
        connection.getMetaData().getColumns(connection.getCatalog(), null, "item_history", null)) {
      while (row.next()) {
        String column = row.getString("COLUMN_NAME");
        if (!column.equals("item_number")) {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  private long count(long brandId) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.count(
          connection, "SELECT COUNT(*) FROM scan WHERE brand_id = ?", List.of(brandId));
    }
  }
}
