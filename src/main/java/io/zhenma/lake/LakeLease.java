package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to do a task alone, until it is closed or its holder gave no sign of life for so long.
 * By the database's clock, and with a name of its own each time: whoever lost it can't write any
 * more.
 */
final class LakeLease implements AutoCloseable {
  private static final String HELD =
      " WHERE task = ? AND owner = ? AND lease_until >= UTC_TIMESTAMP(3)";

  private final AgroalDataSource database;
  private final String task;
  private final Duration length;
  private final String owner = UUID.randomUUID().toString();
  private Instant renewed = Instant.now();

  private LakeLease(AgroalDataSource database, String task, Duration length) {
    this.database = database;
    this.task = task;
    this.length = length;
  }

  /** The lease, unless another holds it. */
  static Optional<LakeLease> take(AgroalDataSource database, String task, Duration length)
      throws SQLException {
    LakeLease lease = new LakeLease(database, task, length);
    return lease.take() ? Optional.of(lease) : Optional.empty();
  }

  private boolean take() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement make =
            connection.prepareStatement(
                "INSERT INTO lake_lease (task, owner, lease_until) VALUES (?, '', '2000-01-01')"
                    + " ON DUPLICATE KEY UPDATE owner = owner");
        PreparedStatement take =
            connection.prepareStatement(
                "UPDATE lake_lease SET owner = ?, lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND"
                    + " WHERE task = ? AND lease_until < UTC_TIMESTAMP(3)")) {
      make.setString(1, task);
      make.executeUpdate();
      take.setString(1, owner);
      take.setLong(2, length.toSeconds());
      take.setString(3, task);
      return take.executeUpdate() == 1;
    }
  }

  /**
   * A sign of life, when the last one is a while ago.
   *
   * @throws LeaseLostException when it is somebody else's by now
   */
  void renew() throws SQLException {
    if (Instant.now().isAfter(renewed.plus(length.dividedBy(4)))) {
      try (Connection connection = database.getConnection()) {
        renew(connection);
      }
    }
  }

  /**
   * A sign of life within a transaction, which also keeps others from taking it before the end of
   * that.
   *
   * @throws LeaseLostException when it is somebody else's by now
   */
  void renew(Connection connection) throws SQLException {
    try (PreparedStatement renew =
        connection.prepareStatement(
            "UPDATE lake_lease SET lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND" + HELD)) {
      renew.setLong(1, length.toSeconds());
      renew.setString(2, task);
      renew.setString(3, owner);
      if (renew.executeUpdate() != 1) {
        throw new LeaseLostException(task);
      }
      renewed = Instant.now();
    }
  }

  /** Hands it back. Nothing is lost where that fails: it runs out. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement release =
            connection.prepareStatement(
                "UPDATE lake_lease SET lease_until = '2000-01-01'" + HELD)) {
      release.setString(1, task);
      release.setString(2, owner);
      release.executeUpdate();
    }
  }
}
