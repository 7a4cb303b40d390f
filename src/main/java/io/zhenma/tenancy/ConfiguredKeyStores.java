package io.zhenma.tenancy;

import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.KeyVaultException;
import io.zhenma.crypto.OwnerFile;
import io.zhenma.crypto.PlatformKeyStore;
import io.zhenma.crypto.TokenKeyStore;
import java.nio.file.Path;

/** The keystores that the configuration names: the file, the token, and which of them is in use. */
public final class ConfiguredKeyStores {
  private static final int PASSWORD_CHARACTERS = 32;

  private final KeyStoreConfig config;

  public ConfiguredKeyStores(KeyStoreConfig config) {
    this.config = config;
  }

  public KeyStoreType inUse() {
    return config.type();
  }

  /** Where the PKCS#12 file is or would be. */
  public Path path() {
    return config.path();
  }

  /** The PKCS#12 file under its configured or generated password. */
  public PlatformKeyStore file() {
    String password = config.password().orElseGet(this::generatedPassword);
    return new PlatformKeyStore(config.path(), password.toCharArray());
  }

  /** Whether a missing one may be made, as configured. */
  public boolean mayCreate() {
    return config.create();
  }

  /**
   * Opens the keystore of that type, or makes a missing one if told to.
   *
   * @throws KeyVaultException with a message for the operator
   */
  public KeyVault open(KeyStoreType type, boolean mayCreate) {
    return switch (type) {
      case PKCS12 -> file().open(mayCreate);
      case PKCS11 -> token().open(mayCreate);
    };
  }

  private TokenKeyStore token() {
    KeyStoreConfig.Pkcs11 token = config.pkcs11();
    Path library = token.library().orElseThrow(() -> new IncompleteSettings("pkcs11.library"));
    String pin = token.pin().orElseThrow(() -> new IncompleteSettings("pkcs11.pin"));
    return new TokenKeyStore(
        library, token.slot(), token.token(), pin.toCharArray(), token.keyLabel());
  }

  private String generatedPassword() {
    Path beside = config.path().resolveSibling(config.path().getFileName() + ".password");
    return OwnerFile.secret(beside, PASSWORD_CHARACTERS);
  }

  /** A setting without which the token cannot be found or opened. */
  public static final class IncompleteSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    IncompleteSettings(String setting) {
      super("the keystore of type pkcs11 needs the setting zhenma.keystore." + setting);
    }
  }
}
