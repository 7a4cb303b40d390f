package io.zhenma.app;

import io.zhenma.crypto.PlatformKeyStore;
import io.zhenma.tenancy.ConfiguredKeyStores;
import io.zhenma.tenancy.KeyStoreType;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the platform's key into a file under a passphrase of its own. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the platform's key to FILE, a PKCS#12 keystore under a passphrase of its own, and"
          + " reads it again.",
      "The passphrase comes from the environment, " + Passphrase.VARIABLE + ", or is asked for."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written and read again", "1:failed", "2:used wrongly"})
final class KeystoreBackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  private Path file;

  @Override
  public Integer call() {
    ConfiguredKeyStores stores = KeystoreCommand.stores();
    if (stores.inUse() == KeyStoreType.PKCS11) {
      throw new CommandFailure(
          "the platform's key is in a token that never gives it away, so no file can hold it. Back"
              + " the token up with its maker's tools (a wrapped export to a second token, or a"
              + " replicating pair), and try the copy with: keystore check");
    }
    PlatformKeyStore own = stores.file();
    String fingerprint = own.open(false).fingerprint();
    own.copyTo(new PlatformKeyStore(file, Passphrase.fresh()));
    System.out.printf(
        Locale.ROOT,
        "%s holds the platform's key %s and was read again. Keep it and its passphrase apart from"
            + " each other and from the database's backups.%n",
        file,
        fingerprint);
    return CommandLine.ExitCode.OK;
  }
}
