package io.zhenma.tenancy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.KeyVaultException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the keystore once. */
@ApplicationScoped
class KeyVaultProducer {
  private final ConfiguredKeyStores stores;

  KeyVaultProducer(KeyStoreConfig config) {
    this.stores = new ConfiguredKeyStores(config);
  }

  @Produces
  @Singleton
  KeyVault vault() {
    try {
      return stores.open(stores.inUse(), stores.mayCreate());
    } catch (KeyVaultException | ConfiguredKeyStores.IncompleteSettings refused) {
      throw new ConfigurationException("Zhenma cannot start: " + refused.getMessage());
    }
  }
}
