package io.zhenma.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.zhenma.crypto.KeyVaultException;
import io.zhenma.tenancy.ConfiguredKeyStores;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The program. Without arguments it serves; a subcommand does its work and ends.
 *
 * <p>Exit codes, which scripts may rely on: 0 done, 1 failed (the reason stands on standard error),
 * 2 used wrongly (the usage stands on standard error).
 *
 * <p>A new subcommand is a class of its own, named in {@link Command#subcommands()} here. One that
 * needs the database or any bean extends {@link ApplicationCommand}.
 */
@QuarkusMain
@Command(
    name = "zhenma",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    subcommands = {
      BenchCommand.class,
      JudgeCommand.class,
      CrawlersCommand.class,
      KeystoreCommand.class,
      LakeCommand.class,
      NetworksCommand.class,
      ParkedCommand.class,
      SecondFactorResetCommand.class,
      SimulateCommand.class,
      UnsealCommand.class,
      VerifyOfflineCommand.class
    },
    description = "Serves codes, scans and the console until it is stopped.")
public final class Zhenma implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the JVM with its exit code unless that is 0. */
  public static void main(String... arguments) {
    // Libraries too write numbers and fold case by it, and a third of all locales has own digits
    Locale.setDefault(Locale.ENGLISH);
    // The server would refuse a target that may be repaired, without a word, before we see it
    System.setProperty("vertx.disableURIValidation", "true");
    int code = commandLine().execute(arguments);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Zhenma())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Zhenma::report);
  }

  @Override
  public Integer call() {
    try (DatabaseChoice.Use ignored = DatabaseChoice.prepare()) {
      ListenAddress.prepare();
      ManagementPort.prepare();
      Quarkus.run(spec.commandLine().getParseResult().originalArgs().toArray(String[]::new));
    }
    return CommandLine.ExitCode.OK;
  }

  private static int report(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof EmbeddedDatabaseException
        || failure instanceof CommandFailure
        || failure instanceof KeyVaultException
        || failure instanceof ConfiguredKeyStores.IncompleteSettings) {
      commandLine.getErr().println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }
}
