package io.zhenma.lake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB in this process, bounded: so much memory, so many threads, what is larger goes to a folder
 * of ours; it loads nothing from elsewhere.
 */
final class Duck {
  private static final DuckDBDriver DRIVER = new DuckDBDriver();

  private Duck() {}

  /**
   * An empty database in memory, gone when it is closed.
   *
   * @param temporary where it puts what is too large
   */
  static Connection open(LakeConfig config, Path temporary) throws SQLException {
    Connection connection = DRIVER.connect("jdbc:duckdb:", new Properties());
    try (Statement statement = connection.createStatement()) {
      for (String setting :
          List.of(
              "memory_limit = '" + config.memory() + "MiB'",
              "threads = " + config.threads(),
              "temp_directory = " + text(temporary),
              "autoinstall_known_extensions = false",
              "autoload_known_extensions = false",
              "preserve_insertion_order = false",
              "lock_configuration = true")) {
        statement.execute("SET " + setting);
      }
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** A path as a text in SQL. */
  static String text(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
