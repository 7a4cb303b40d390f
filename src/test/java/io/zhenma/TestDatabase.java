package io.zhenma;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.zhenma.app.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gives all {@code @QuarkusTest} classes of a run one schema of their own on a real server; global,
 * so that they also share one start of the application.
 *
 * <p>By default the server is the embedded one, in {@code target/test-data}. To test on another,
 * set {@code ZHENMA_TEST_JDBC_URL} (such as {@code jdbc:mysql://127.0.0.1:3306/}), {@code
 * ZHENMA_TEST_DB_USER} and {@code ZHENMA_TEST_DB_PASSWORD}; the user must be allowed to create and
 * drop schemas whose names start with {@code zhenma_test_}.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private final String schema =
      "zhenma_test_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

  private @Nullable Server server;

  @Override
  public Map<String, String> start() {
    Server chosen = Server.chosen();
    server = chosen;
    chosen.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
    return Map.of(
        "quarkus.datasource.jdbc.url", chosen.url(schema),
        "quarkus.datasource.username", chosen.user(),
        "quarkus.datasource.password", chosen.password());
  }

  @Override
  public void stop() {
    if (server != null) {
      server.execute("DROP DATABASE " + schema);
      server.stop().run();
    }
  }

  /**
   * A server to make the schema on.
   *
   * @param urlPattern JDBC URL with {@code %s} where the schema's name belongs
   * @param stop lets go of the server
   */
  private record Server(String urlPattern, String user, String password, Runnable stop) {

    static Server chosen() {
      String url = System.getenv("ZHENMA_TEST_JDBC_URL");
      return url == null || url.isBlank() ? embedded() : external(url);
    }

    private static Server embedded() {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of("target", "test-data"));
      return new Server(
          database.jdbcUrl("%s"), database.username(), database.password(), database::close);
    }

    /** Puts the schema's name between the last slash of the address and the parameters, if any. */
    private static Server external(String url) {
      String pattern = url.replaceFirst("^([^?]*//[^/?]+)(/[^?]*)?", "$1/%s");
      return new Server(
          pattern,
          System.getenv("ZHENMA_TEST_DB_USER"),
          System.getenv("ZHENMA_TEST_DB_PASSWORD"),
          () -> {});
    }

    String url(String schema) {
      return urlPattern.formatted(schema);
    }

    void execute(String sql) {
      try (Connection connection = DriverManager.getConnection(url(""), user, password);
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("The test database refused: " + sql, e);
      }
    }
  }
}
