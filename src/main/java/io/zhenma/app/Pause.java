package io.zhenma.app;

/** Waiting between two looks at something that another process does. */
final class Pause {

  private Pause() {}

  static void millis(long duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedDatabaseException("Interrupted while waiting for the database", e);
    }
  }
}
