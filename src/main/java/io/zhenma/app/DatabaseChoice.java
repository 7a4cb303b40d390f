package io.zhenma.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Which database the application gets: the one that the operator configured, or an embedded one.
 *
 * <p>Has to decide before Quarkus starts, because migrations run before any bean of ours exists.
 */
final class DatabaseChoice {

  static final String DATA_DIR = "zhenma.data-dir";
  static final String EMBEDDED = "zhenma.database.embedded";

  /** Whether this is an evaluation, with a demo brand. */
  static final String DEMO = "zhenma.demo";

  /** A demonstration has one operator, whose password is public: nobody would confirm or wait. */
  private static final String APPROVAL_DELAY = "zhenma.approval.delay";

  private static final String URL = "quarkus.datasource.jdbc.url";

  /** Quarkus may wait this long for requests under way; then the database stops all the same. */
  private static final Duration APPLICATION_STOP_TIMEOUT = Duration.ofSeconds(30);

  private static final long POLL_MS = 20;

  private DatabaseChoice() {}

  /**
   * Starts the embedded database and points the application at it, if no URL is configured. It is
   * started again if it dies, and stops with the JVM.
   *
   * @return to be closed when the application has ended but the JVM goes on, as in development
   *     mode, where the next run of main takes the running database over
   */
  static Use prepare() {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    // Set by an earlier run in this JVM: development mode calls main again after every change.
    boolean ours = Boolean.getBoolean(EMBEDDED);
    if (!ours && config.getOptionalValue(URL, String.class).isPresent()) {
      return () -> {};
    }
    String directory = config.getOptionalValue(DATA_DIR, String.class).orElse("data");
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(directory));
    EmbeddedDatabaseWatch watch = EmbeddedDatabaseWatch.over(database);
    Thread hook = stopWithTheJvm(database, watch);
    System.setProperty(URL, database.jdbcUrl());
    System.setProperty("quarkus.datasource.username", database.username());
    System.setProperty("quarkus.datasource.password", database.password());
    System.setProperty(EMBEDDED, "true");
    if (config.getOptionalValue(DEMO, String.class).isEmpty()) {
      System.setProperty(DEMO, "true");
      if (config.getOptionalValue(APPROVAL_DELAY, String.class).isEmpty()) {
        System.setProperty(APPROVAL_DELAY, "0S");
      }
    }
    return () -> {
      watch.close();
      forget(hook);
    };
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      return;
    }
  }

  private static Thread stopWithTheJvm(EmbeddedDatabase database, EmbeddedDatabaseWatch watch) {
    Thread hook = new Thread(() -> stopAfterApplication(database, watch), "embedded-database-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  /** Shutdown hooks run side by side, and requests under way still need the database. */
  private static void stopAfterApplication(EmbeddedDatabase database, EmbeddedDatabaseWatch watch) {
    Instant deadline = Instant.now().plus(APPLICATION_STOP_TIMEOUT);
    while (ApplicationLifecycleManager.getCurrentApplication() != null
        && Instant.now().isBefore(deadline)) {
      Pause.millis(POLL_MS);
    }
    watch.close();
    database.close();
  }

  /** The application's use of its database. */
  interface Use extends AutoCloseable {
    @Override
    void close();
  }
}
