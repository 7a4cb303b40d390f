package io.zhenma.app;

import io.quarkus.runtime.Quarkus;
import org.jboss.logging.Logger;

/**
 * Starts the embedded database again when its process dies under the living application, such as
 * from want of memory. Where that fails, the application ends with 1, so that whoever supervises it
 * sees it.
 */
final class EmbeddedDatabaseWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbeddedDatabaseWatch.class);
  private static final long POLL_MS = 200;

  private final EmbeddedDatabase database;
  private final Thread thread = new Thread(this::watch, "embedded-database-watch");
  private volatile boolean closed;

  private EmbeddedDatabaseWatch(EmbeddedDatabase database) {
    this.database = database;
    thread.setDaemon(true);
  }

  /** Watches until it is closed, which has to come before the database is. */
  static EmbeddedDatabaseWatch over(EmbeddedDatabase database) {
    EmbeddedDatabaseWatch watch = new EmbeddedDatabaseWatch(database);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    while (!closed) {
      if (!database.isAlive()) {
        revive();
      }
      Pause.millis(POLL_MS);
    }
  }

  private synchronized void revive() {
    if (closed) {
      return;
    }
    LOG.warn("The embedded database has ended; it is started again");
    try {
      database.revive();
      LOG.info("The embedded database runs again");
    } catch (EmbeddedDatabaseException e) {
      LOG.errorf("%s. The application ends", e.getMessage());
      closed = true;
      Quarkus.asyncExit(1);
    }
  }

  /** Waits for a start under way. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
