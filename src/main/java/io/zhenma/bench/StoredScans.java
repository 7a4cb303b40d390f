package io.zhenma.bench;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills a brand's journal with copies of its scans: other items, devices and ids, made in the half
 * year before. The rows are written by the database itself, since how they got there is not what is
 * measured.
 */
@ApplicationScoped
class StoredScans {
  /** A lane that no writer and no follower uses. */
  private static final int LANE = 99;

  private static final String COPY_SCANS =
      "INSERT INTO scan (brand_id, lane, seq, scan_id, scanned_at, product_id, list_price_fen,"
          + " batch_number, item_number, kind, visitor, outcome, reasons, score, policy_version,"
          + " device, user_agent_id, language, network, carrier, country, province, city,"
          + " place_source, latitude, longitude, uncertainty, consented_at)"
          + " SELECT brand_id, "
          + LANE
          + ", ROW_NUMBER() OVER (ORDER BY lane, seq) + ? * ?, UNHEX(LEFT(SHA2(CONCAT(HEX(scan_id), ?), 256), 32)),"
          + " scanned_at - INTERVAL (CRC32(CONCAT(HEX(scan_id), ?)) % 15552000) SECOND, product_id,"
          + " list_price_fen, batch_number, item_number + ? * ?, kind, visitor, outcome, reasons,"
          + " score, policy_version, UNHEX(LEFT(SHA2(CONCAT(HEX(device), ?), 256), 32)), user_agent_id, language,"
          + " network, carrier, country, province, city, place_source, latitude, longitude,"
          + " uncertainty, consented_at FROM scan WHERE brand_id = ? AND lane <> "
          + LANE;

  private final AgroalDataSource database;

  StoredScans(AgroalDataSource database) {
    this.database = database;
  }

  /** Copies what the brand has until that many are stored; the load learns of the items. */
  void fill(long brandId, ScanLoad load, int wanted, Consumer<String> progress)
      throws SQLException {
    int items = load.items();
    try (Connection connection = database.getConnection()) {
      long own = count(connection, brandId);
      long copies = Math.max(1, (wanted + own - 1) / own);
      for (long copy = 1; copy <= copies; copy++) {
        scans(connection, brandId, copy, own, items);
        histories(connection, brandId, copy, items);
        if (copy % 10 == 0 || copy == copies) {
          progress.accept("stored %,d scans".formatted(copy * own));
        }
      }
      load.stored(Math.toIntExact(items * (copies + 1)));
    }
  }

  private static void scans(Connection connection, long brandId, long copy, long own, int items)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(COPY_SCANS)) {
      insert.setLong(1, copy);
      insert.setLong(2, own);
      insert.setLong(3, copy);
      insert.setLong(4, copy);
      insert.setLong(5, copy);
      insert.setInt(6, items);
      insert.setLong(7, copy);
      insert.setLong(8, brandId);
      insert.executeUpdate();
    }
  }

  /** All columns but the item's number as they are, whatever columns there are. */
  private static void histories(Connection connection, long brandId, long copy, int items)
      throws SQLException {
    String others = String.join(", ", otherColumns(connection));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO item_history (item_number, "
                + others
                + ") SELECT item_number + ? * ?, "
                + others
                + " FROM item_history WHERE brand_id = ? AND item_number < ?")) {
      insert.setLong(1, copy);
      insert.setInt(2, items);
      insert.setLong(3, brandId);
      insert.setInt(4, items);
      insert.executeUpdate();
    }
  }

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

  private static long count(Connection connection, long brandId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT COUNT(*) FROM scan WHERE brand_id = ?")) {
      select.setLong(1, brandId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
