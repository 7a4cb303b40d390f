package io.zhenma.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs one {@link ApplicationCommand} inside the application that Quarkus starts for it. */
class CommandApplication implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(CommandApplication.class);

  /** Quarkus makes this class itself and hands over strings only, so the command waits here. */
  private static final AtomicReference<@Nullable ApplicationCommand> COMMAND =
      new AtomicReference<>();

  /** Starts the application, runs the command, and ends the JVM with the command's exit code. */
  static void run(ApplicationCommand command) {
    COMMAND.set(command);
    Quarkus.run(CommandApplication.class);
  }

  @Override
  @ActivateRequestContext
  public int run(String... arguments) {
    ApplicationCommand command = Objects.requireNonNull(COMMAND.get());
    try {
      return command.run(
          new ApplicationCommand.Beans() {
            @Override
            public <T> T get(Class<T> type) {
              return CDI.current().select(type).get();
            }
          });
    } catch (Exception e) {
      LOG.error("The command failed: " + e.getMessage(), e);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
