package io.zhenma.app;

import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.KeyVaultException;
import io.zhenma.crypto.PlatformKeyStore;
import io.zhenma.tenancy.ConfiguredKeyStores;
import io.zhenma.tenancy.KeyStoreType;
import io.zhenma.tenancy.WrappedKeys;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup of the platform's key in its place. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the platform's key of the backup FILE in the keystore's place, under the configured"
          + " password, once it has opened every data key of the database.",
      "The passphrase comes from the environment, " + Passphrase.VARIABLE + ", or is asked for."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:in place", "1:failed, nothing was changed", "2:used wrongly"})
final class KeystoreRestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "What 'keystore backup' wrote.")
  private Path file;

  @Override
  public Integer call() {
    ConfiguredKeyStores stores = KeystoreCommand.stores();
    if (stores.inUse() == KeyStoreType.PKCS11) {
      throw new CommandFailure(
          "the platform's key is in a token: restore the token with its maker's tools. A backup"
              + " from before the move to the token no longer opens the database's keys");
    }
    PlatformKeyStore backup = new PlatformKeyStore(file, Passphrase.known());
    KeyVault key = backup.open(false);
    PlatformKeyStore place = stores.file();
    if (place.exists()) {
      return alreadyThere(place, key, stores.path());
    }
    WrappedKeys.Count count = KeystoreCommand.withKeys(keys -> keys.opened(key));
    requireAll(count);
    backup.copyTo(place);
    System.out.printf(
        Locale.ROOT,
        "%s is in place with the platform's key %s, which opens all %s.%n",
        stores.path(),
        key.fingerprint(),
        KeystoreCommand.text(count));
    return CommandLine.ExitCode.OK;
  }

  private static int alreadyThere(PlatformKeyStore place, KeyVault key, Path path) {
    if (!isSame(place, key)) {
      throw new CommandFailure(
          path
              + " exists, and is another keystore or does not open with the configured password."
              + " Nothing was changed; move it away if it is not the right one");
    }
    System.out.println(path + " holds this key already.");
    return CommandLine.ExitCode.OK;
  }

  private static boolean isSame(PlatformKeyStore place, KeyVault key) {
    try {
      return place.open(false).isSameAs(key);
    } catch (KeyVaultException unreadable) {
      return false;
    }
  }

  private static void requireAll(WrappedKeys.Count count) {
    if (count.keys() == 0) {
      throw new CommandFailure(
          "the database holds no data keys, so nothing shows that the backup belongs to it. Load"
              + " the database's backup first");
    }
    if (!count.isComplete()) {
      throw new CommandFailure(
          String.format(
              Locale.ROOT,
              "the backup's key opens %d of %s. It is not this database's; nothing was changed",
              count.opened(),
              KeystoreCommand.text(count)));
    }
  }
}
