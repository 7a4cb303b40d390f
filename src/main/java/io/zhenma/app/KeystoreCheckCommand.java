package io.zhenma.app;

import io.zhenma.crypto.KeyVault;
import io.zhenma.tenancy.ConfiguredKeyStores;
import io.zhenma.tenancy.WrappedKeys;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tries the keystore on the whole database. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Opens every data key of the database with the configured keystore.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all open", "1:some do not, or the keystore does not", "2:used wrongly"})
final class KeystoreCheckCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    ConfiguredKeyStores stores = KeystoreCommand.stores();
    KeyVault key = stores.open(stores.inUse(), false);
    WrappedKeys.Count count = KeystoreCommand.withKeys(keys -> keys.opened(key));
    if (!count.isComplete()) {
      throw new CommandFailure(
          String.format(
              Locale.ROOT,
              "the platform's key %s opens %d of %s",
              key.fingerprint(),
              count.opened(),
              KeystoreCommand.text(count)));
    }
    System.out.printf(
        Locale.ROOT,
        "The platform's key %s opens all %s.%n",
        key.fingerprint(),
        KeystoreCommand.text(count));
    return CommandLine.ExitCode.OK;
  }
}
