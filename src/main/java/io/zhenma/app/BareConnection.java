package io.zhenma.app;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A connection to the configured or embedded database without the application, for commands that
 * must work while the application does not start.
 */
final class BareConnection {
  private static final String DATASOURCE = "quarkus.datasource.";
  private static final String DRIVER = DATASOURCE + "jdbc.additional-jdbc-properties.";

  private BareConnection() {}

  /** To be called after {@link DatabaseChoice#prepare}. */
  static Connection open() throws SQLException {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    Properties properties = new Properties();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(DRIVER)) {
        String plain = name.substring(DRIVER.length()).replace("\"", "");
        properties.setProperty(plain, config.getConfigValue(name).getValue());
      }
    }
    config
        .getOptionalValue(DATASOURCE + "username", String.class)
        .ifPresent(user -> properties.setProperty("user", user));
    config
        .getOptionalValue(DATASOURCE + "password", String.class)
        .ifPresent(password -> properties.setProperty("password", password));
    return DriverManager.getConnection(
        config.getValue(DATASOURCE + "jdbc.url", String.class), properties);
  }
}
