package io.zhenma.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.zhenma.crypto.KeyVaultException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Makes the keys that are missing, and on every start proves that this keystore opens the
 * database's keys.
 */
@ApplicationScoped
class KeysAtStart {
  /** The scheduler starts its first work at priority 0. */
  private static final int BEFORE_SCHEDULED_WORK = -1;

  private static final Logger LOG = Logger.getLogger(KeysAtStart.class);

  private final BrandKeys keys;
  private final KeyVersions versions;

  KeysAtStart(BrandKeys keys, KeyVersions versions) {
    this.keys = keys;
    this.versions = versions;
  }

  /**
   * @throws ConfigurationException when the keystore cannot be opened or is not the one that the
   *     database was filled with
   */
  void prepare(@Observes @Priority(BEFORE_SCHEDULED_WORK) StartupEvent starting) {
    try {
      QuarkusTransaction.requiringNew().run(keys::createForPlatform);
      int added = versions.complete();
      if (added > 0) {
        LOG.infof("%d brands got their first key version with a signature key", added);
      }
    } catch (KeyVaultException refused) {
      // As a mistake in the configuration it ends the start with its message alone.
      throw new ConfigurationException("Zhenma cannot start: " + refused.getMessage());
    }
  }
}
