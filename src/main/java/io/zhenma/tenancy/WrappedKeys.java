package io.zhenma.tenancy;

import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.KeyVaultException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All data keys of a database as they are stored, for whoever changes the keystore. Works on a bare
 * connection, since the application does not start on a keystore that does not fit.
 */
public final class WrappedKeys {
  private final Connection connection;

  public WrappedKeys(Connection connection) {
    this.connection = connection;
  }

  /** How many there are, of how many brands, and how many of them the vault opens. */
  public Count opened(KeyVault vault) throws SQLException {
    List<Row> rows = rows("");
    long open = rows.stream().filter(row -> vault.opens(row.wrapped(), row.id().label())).count();
    long brands =
        rows.stream().map(row -> row.id().brandId()).filter(id -> id != 0).distinct().count();
    return new Count(rows.size(), (int) brands, (int) open);
  }

  /**
   * Wraps every key for another vault, all or none.
   *
   * @return how many
   * @throws KeyVaultException when one key does not open, after which everything is as it was
   */
  public int rewrap(KeyVault from, KeyVault to) throws SQLException {
    boolean before = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      List<Row> rows = rows(" FOR UPDATE");
      for (Row row : rows) {
        write(row.id(), from.rewrap(row.wrapped(), row.id().label(), to));
      }
      connection.commit();
      return rows.size();
    } finally {
      connection.rollback();
      connection.setAutoCommit(before);
    }
  }

  private List<Row> rows(String lock) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT brand_id, purpose, key_id, wrapped FROM data_key"
                    + " ORDER BY brand_id, purpose, key_id"
                    + lock)) {
      while (found.next()) {
        DataKey.Id id =
            new DataKey.Id(
                found.getLong(1), KeyPurpose.valueOf(found.getString(2)), found.getInt(3));
        rows.add(new Row(id, found.getBytes(4)));
      }
    }
    return rows;
  }

  private void write(DataKey.Id id, byte[] wrapped) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE data_key SET wrapped = ? WHERE brand_id = ? AND purpose = ? AND key_id = ?")) {
      update.setBytes(1, wrapped);
      update.setLong(2, id.brandId());
      update.setString(3, id.purpose().name());
      update.setInt(4, id.keyId());
      update.executeUpdate();
    }
  }

  private record Row(DataKey.Id id, byte[] wrapped) {}

  /**
   * @param keys all data keys
   * @param brands with at least one of them
   * @param opened those that the vault opens
   */
  public record Count(int keys, int brands, int opened) {
    public boolean isComplete() {
      return keys > 0 && opened == keys;
    }
  }
}
