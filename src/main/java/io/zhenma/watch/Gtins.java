package io.zhenma.watch;

import io.zhenma.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Products by the ids that the journal has. */
final class Gtins {
  private Gtins() {}

  static Optional<String> of(Connection connection, long brandId, long productId)
      throws SQLException {
    return Sql.list(
            connection,
            "SELECT gtin FROM product WHERE brand_id = ? AND id = ?",
            List.of(brandId, productId),
            row -> row.getString(1))
        .stream()
        .findFirst();
  }
}
