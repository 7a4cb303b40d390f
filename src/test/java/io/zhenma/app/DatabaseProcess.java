package io.zhenma.app;

import java.nio.file.Path;

/** A JVM of its own that uses an embedded database until it is told to end. */
final class DatabaseProcess {

  private DatabaseProcess() {}

  /** Prints the JDBC URL of the database in the directory that is the only argument. */
  public static void main(String... arguments) throws InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    System.out.println(database.jdbcUrl());
    Thread.currentThread().join();
  }
}
