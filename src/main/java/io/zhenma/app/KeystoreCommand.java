package io.zhenma.app;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.zhenma.tenancy.ConfiguredKeyStores;
import io.zhenma.tenancy.KeyStoreConfig;
import io.zhenma.tenancy.WrappedKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The keystore's commands. None starts the application, which refuses to start on a keystore that
 * is missing or does not fit.
 */
@Command(
    name = "keystore",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    subcommands = {
      KeystoreBackupCommand.class,
      KeystoreRestoreCommand.class,
      KeystoreCheckCommand.class,
      KeystoreMoveCommand.class
    },
    description = {
      "Backs up, restores, checks and moves the platform's key.",
      "Without that key every code ever issued is lost. The settings are those of the server."
    })
final class KeystoreCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name one of: backup, restore, check, move");
  }

  static ConfiguredKeyStores stores() {
    return new ConfiguredKeyStores(
        ConfigUtils.configBuilder()
            .withMapping(KeyStoreConfig.class)
            .build()
            .getConfigMapping(KeyStoreConfig.class));
  }

  /** Does something with the database's data keys. */
  static <T> T withKeys(Work<T> work) {
    // Never closed: an embedded database stops with this JVM, which ends with the command.
    DatabaseChoice.prepare();
    try (Connection connection = BareConnection.open()) {
      return work.of(new WrappedKeys(connection));
    } catch (SQLException failure) {
      throw new CommandFailure("the database's keys cannot be read: " + failure.getMessage());
    }
  }

  /** Such as {@code 7 data keys of 3 brands}. */
  static String text(WrappedKeys.Count count) {
    return String.format(Locale.ROOT, "%d data keys of %d brands", count.keys(), count.brands());
  }

  /** What to do with the keys. */
  @FunctionalInterface
  interface Work<T> {
    T of(WrappedKeys keys) throws SQLException;
  }
}
