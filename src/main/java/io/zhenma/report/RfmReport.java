package io.zhenma.report;

import io.zhenma.customer.Segment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/**
 * Scores every customer who has bought: days since the last purchase, number of purchases, sum of
 * list prices, each in three levels by terciles of the brand's customers.
 *
 * <p>Source: A. M. Hughes, Strategic Database Marketing (1994), with three levels in place of five.
 */
final class RfmReport {
  private static final String SELECT =
      "SELECT id, last_purchase_at, purchases, spent_fen FROM customer"
          + " WHERE brand_id = ? AND purchases > 0";
  private static final String INSERT =
      "INSERT INTO rfm_row (brand_id, run_id, customer_id, recency_days, frequency, monetary_fen,"
          + " r, f, m, segment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int ROWS_A_STATEMENT = 1_000;

  private RfmReport() {}

  static ReportContent make(Connection connection, ReportJob job) throws SQLException {
    Customers customers = read(connection, job);
    job.reached(30);
    Thresholds thresholds = Thresholds.of(customers);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < customers.count; i++) {
        bind(insert, job, customers, i, thresholds);
        insert.addBatch();
        if ((i + 1) % ROWS_A_STATEMENT == 0) {
          insert.executeBatch();
          job.reached(30 + (int) (65L * i / customers.count));
        }
      }
      insert.executeBatch();
    }
    return new ReportContent(customers.count, thresholds.text(), null);
  }

  /** Columns of the customers, one array each: some 60 bytes a customer. */
  private static final class Customers {
    int count;
    byte[][] ids = new byte[1024][];
    long[] recencyDays = new long[1024];
    long[] frequency = new long[1024];
    long[] monetaryFen = new long[1024];

    void add(byte[] id, long recency, long purchases, long spentFen) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
        recencyDays = Arrays.copyOf(recencyDays, 2 * count);
        frequency = Arrays.copyOf(frequency, 2 * count);
        monetaryFen = Arrays.copyOf(monetaryFen, 2 * count);
      }
      ids[count] = id;
      recencyDays[count] = recency;
      frequency[count] = purchases;
      monetaryFen[count++] = spentFen;
    }

    Terciles terciles(long[] values) {
      long[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      return Terciles.ofSorted(sorted);
    }
  }

  /** The levels' limits, kept with the snapshot so that it explains itself. */
  private record Thresholds(Terciles recency, Terciles frequency, Terciles monetary) {
    static Thresholds of(Customers customers) {
      return new Thresholds(
          customers.terciles(customers.recencyDays),
          customers.terciles(customers.frequency),
          customers.terciles(customers.monetaryFen));
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "{\"recencyDays\":[%d,%d],\"frequency\":[%d,%d],\"monetaryFen\":[%d,%d]}",
          recency.low(),
          recency.high(),
          frequency.low(),
          frequency.high(),
          monetary.low(),
          monetary.high());
    }
  }

  private static Customers read(Connection connection, ReportJob job) throws SQLException {
    ZoneId zone = job.brand().zone();
    Customers customers = new Customers();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, job.brand().id());
      select.setFetchSize(ReportCsv.ROW_BY_ROW);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant last = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
          long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(last, zone), job.asOf());
          customers.add(row.getBytes(1), Math.max(0, days), row.getLong(3), row.getLong(4));
        }
      }
    }
    return customers;
  }

  private static void bind(
      PreparedStatement insert, ReportJob job, Customers customers, int i, Thresholds thresholds)
      throws SQLException {
    int r = thresholds.recency().levelFromBelow(customers.recencyDays[i]);
    int f = thresholds.frequency().level(customers.frequency[i]);
    int m = thresholds.monetary().level(customers.monetaryFen[i]);
    insert.setLong(1, job.brand().id());
    insert.setLong(2, job.runId());
    insert.setBytes(3, customers.ids[i]);
    insert.setLong(4, customers.recencyDays[i]);
    insert.setLong(5, customers.frequency[i]);
    insert.setLong(6, customers.monetaryFen[i]);
    insert.setInt(7, r);
    insert.setInt(8, f);
    insert.setInt(9, m);
    insert.setString(10, Segment.of(r, f, m).name());
  }
}
