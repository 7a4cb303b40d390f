package io.zhenma.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * A subcommand that runs inside the started application: with its database and its beans, but
 * without demo data and, unless it {@linkplain #serves() serves}, without HTTP and scheduled work,
 * so that it can run beside a server on the same data.
 */
abstract class ApplicationCommand implements Callable<Integer> {

  /**
   * Does the command's work.
   *
   * @param beans finds beans by type; a bean that nothing else injects needs {@code @Unremovable}
   * @return 0 if it was done, 1 if it failed
   * @throws Exception reported in one line and in the log, and ends with 1
   */
  abstract int run(Beans beans) throws Exception;

  /**
   * Whether the application does all that a server does while the command runs; it then listens on
   * a free port of this machine's own address, so that a server beside it is not disturbed.
   */
  boolean serves() {
    return false;
  }

  /**
   * Checks the options before anything is started.
   *
   * @throws CommandLine.ParameterException if one is wrong, which ends with 2
   */
  void check() {}

  /** Sets what the application is to be configured with. */
  void configure() {}

  @Override
  public final Integer call() {
    check();
    configure();
    System.setProperty("zhenma.demo", "false");
    if (serves()) {
      System.setProperty("quarkus.http.host", "127.0.0.1");
      System.setProperty("quarkus.http.port", "0");
      System.setProperty("quarkus.management.port", "0");
    } else {
      System.setProperty("quarkus.http.host-enabled", "false");
      System.setProperty("quarkus.management.host-enabled", "false");
      System.setProperty("quarkus.scheduler.enabled", "false");
    }
    try (DatabaseChoice.Use ignored = DatabaseChoice.prepare()) {
      CommandApplication.run(this);
    }
    return CommandLine.ExitCode.OK;
  }

  /** Finds a bean of the started application. */
  interface Beans {
    /**
     * Returns the bean of this type.
     *
     * @throws jakarta.enterprise.inject.UnsatisfiedResolutionException if there is none
     */
    <T> T get(Class<T> type);
  }
}
