package io.zhenma.app;

import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.PlatformKeyStore;
import io.zhenma.tenancy.ConfiguredKeyStores;
import io.zhenma.tenancy.KeyStoreType;
import io.zhenma.tenancy.WrappedKeys;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Wraps all data keys for the other keystore. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = {
      "Wraps every data key of the database for the key of another keystore, all or none. Configure"
          + " both, the PKCS#12 file and the token, and stop all replicas first.",
      "The target's key is made if it is missing and zhenma.keystore.create allows it."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:moved", "1:failed, nothing was changed", "2:used wrongly"})
final class KeystoreMoveCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      description = "The keystore to move to: ${COMPLETION-CANDIDATES}.")
  private KeyStoreType target;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "A backup to move from, in place of the other configured keystore; its passphrase as in"
              + " 'keystore backup'. So the platform's key itself can be changed.")
  private @Nullable Path backup;

  @Override
  public Integer call() {
    ConfiguredKeyStores stores = KeystoreCommand.stores();
    KeyVault from =
        backup == null
            ? stores.open(target.other(), false)
            : new PlatformKeyStore(backup, Passphrase.known()).open(false);
    KeyVault to = stores.open(target, stores.mayCreate());
    int moved = KeystoreCommand.withKeys(keys -> moved(keys, from, to));
    System.out.printf(
        Locale.ROOT,
        "%s Now set zhenma.keystore.type=%s for all replicas, start them, and back the new keystore"
            + " up. The old one opens nothing any more, but older backups of the database still"
            + " need it.%n",
        moved == 0
            ? "All data keys were wrapped for " + to.fingerprint() + " already."
            : moved + " data keys are wrapped for " + to.fingerprint() + ".",
        target.name().toLowerCase(Locale.ROOT));
    return CommandLine.ExitCode.OK;
  }

  /** How many keys were wrapped anew; none when they had been before. */
  private static int moved(WrappedKeys keys, KeyVault from, KeyVault to) throws SQLException {
    WrappedKeys.Count before = keys.opened(to);
    if (before.keys() == 0) {
      throw new CommandFailure("the database holds no data keys");
    }
    return before.isComplete() ? 0 : keys.rewrap(from, to);
  }
}
