package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that an earlier release filled. */
@QuarkusTest
@Tag("database")
class UpgradeTest {
  @Inject Flyway flyway;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void lowerNumbersThatAreNewRunThoughHigherOnesRanBefore() throws SQLException {
    String earlier = url.replaceFirst("(zhenma_test_[0-9a-f]+)", "$1_earlier");
    String schema = earlier.replaceFirst(".*/([^/?]+).*", "$1");
    execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
    try {
      Flyway.configure()
          .dataSource(earlier, user, password)
          .locations("classpath:db/migration/report")
          .load()
          .migrate();
      Flyway now =
          Flyway.configure()
              .configuration(flyway.getConfiguration())
              .dataSource(earlier, user, password)
              .load();
      now.migrate();

      assertThat(now.info().pending()).isEmpty();
      assertThat(now.info().applied()).hasSameSizeAs(flyway.info().applied());
    } finally {
      execute("DROP DATABASE " + schema);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
