package io.zhenma.tenancy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.KeyVaultException;
import io.zhenma.crypto.OwnerFile;
import io.zhenma.crypto.PlatformKeyStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Opens the keystore once. */
@ApplicationScoped
class KeyVaultProducer {
  private static final int PASSWORD_CHARACTERS = 32;

  private final KeyStoreConfig config;

  KeyVaultProducer(KeyStoreConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  KeyVault vault() {
    String password = config.password().orElseGet(this::generatedPassword);
    try {
      return new PlatformKeyStore(config.path(), password.toCharArray()).open(config.create());
    } catch (KeyVaultException refused) {
      throw new ConfigurationException("Zhenma cannot start: " + refused.getMessage());
    }
  }

  private String generatedPassword() {
    Path beside = config.path().resolveSibling(config.path().getFileName() + ".password");
    return OwnerFile.secret(beside, PASSWORD_CHARACTERS);
  }
}
