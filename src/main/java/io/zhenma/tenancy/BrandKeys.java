package io.zhenma.tenancy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeSigner;
import io.zhenma.crypto.CodeSuite;
import io.zhenma.crypto.CodeVerifier;
import io.zhenma.crypto.Fingerprinter;
import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.KeyVaultException;
import io.zhenma.crypto.SecretKey256;
import io.zhenma.crypto.TokenSigner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The secret keys of brands, unwrapped on first use and then kept in memory only. */
@ApplicationScoped
public class BrandKeys implements PanacheRepositoryBase<DataKey, DataKey.Id> {
  private static final long PLATFORM = 0;
  private static final int FIRST_KEY_ID = 1;

  /** The scheduler starts its first work at priority 0. */
  private static final int BEFORE_SCHEDULED_WORK = -1;

  private final KeyVault vault;
  private final ConcurrentHashMap<DataKey.Id, Optional<SecretKey256>> unwrapped =
      new ConcurrentHashMap<>();

  BrandKeys(KeyVault vault) {
    this.vault = vault;
  }

  /** The key with which the brand's new batches are made. */
  public int currentCodeKey(long brandId) {
    return FIRST_KEY_ID;
  }

  /** The cipher of one of the brand's keys, or empty when it has no such key. */
  public Optional<CodeCipher> codeCipher(long brandId, int keyId) {
    return key(new DataKey.Id(brandId, KeyPurpose.CODE, keyId))
        .map(secret -> new CodeCipher(keyId, CodeSuite.AES_ED25519, secret));
  }

  /** Signs the links of one of the brand's keys, or empty when it has no such key. */
  public Optional<CodeSigner> codeSigner(long brandId, int keyId) {
    return key(new DataKey.Id(brandId, KeyPurpose.SIGNATURE, keyId))
        .map(secret -> CodeSigner.of(CodeSuite.AES_ED25519, secret));
  }

  /** Checks what {@link #codeSigner} signs. */
  public Optional<CodeVerifier> codeVerifier(long brandId, int keyId) {
    return codeSigner(brandId, keyId).map(CodeSigner::verifier);
  }

  /** Makes the brand's fingerprints of devices and people. */
  public Fingerprinter fingerprinter(long brandId) {
    return new Fingerprinter(require(brandId, KeyPurpose.IDENTITY));
  }

  /** Signs and checks the platform's device cookies. */
  public TokenSigner deviceTokens() {
    return new TokenSigner(require(PLATFORM, KeyPurpose.DEVICE), "device");
  }

  /**
   * Makes the platform's own keys on first start, and on every start proves that this keystore
   * opens them.
   *
   * @throws ConfigurationException when the keystore cannot be opened or is not the one that the
   *     database was filled with
   */
  @Transactional
  void prepare(@Observes @Priority(BEFORE_SCHEDULED_WORK) StartupEvent starting) {
    try {
      create(PLATFORM, KeyPurpose.DEVICE);
      deviceTokens();
    } catch (KeyVaultException refused) {
      // As a mistake in the configuration it ends the start with its message alone.
      throw new ConfigurationException("Zhenma cannot start: " + refused.getMessage());
    }
  }

  @Transactional
  void create(long brandId) {
    create(brandId, KeyPurpose.CODE);
    create(brandId, KeyPurpose.SIGNATURE);
    create(brandId, KeyPurpose.IDENTITY);
  }

  /** Two replicas may start at once: the first row stays, the second key is never used. */
  private void create(long brandId, KeyPurpose purpose) {
    DataKey.Id id = new DataKey.Id(brandId, purpose, FIRST_KEY_ID);
    getEntityManager()
        .createNativeQuery(
            "INSERT IGNORE INTO data_key (brand_id, purpose, key_id, wrapped, created_at)"
                + " VALUES (?1, ?2, ?3, ?4, UTC_TIMESTAMP(3))")
        .setParameter(1, brandId)
        .setParameter(2, purpose.name())
        .setParameter(3, FIRST_KEY_ID)
        .setParameter(4, vault.wrap(SecretKey256.random(), id.label()))
        .executeUpdate();
  }

  private SecretKey256 require(long brandId, KeyPurpose purpose) {
    return key(new DataKey.Id(brandId, purpose, FIRST_KEY_ID))
        .orElseThrow(() -> new IllegalStateException("no " + purpose + " key of brand " + brandId));
  }

  /**
   * Also remembers which of the 32 possible keys do not exist, so that forged key ids cost no
   * query.
   */
  private Optional<SecretKey256> key(DataKey.Id id) {
    return unwrapped.computeIfAbsent(id, this::load);
  }

  @Transactional
  Optional<SecretKey256> load(DataKey.Id id) {
    return findByIdOptional(id).map(row -> vault.unwrap(row.wrapped, id.label()));
  }
}
