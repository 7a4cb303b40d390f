package io.zhenma.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeSigner;
import io.zhenma.crypto.CodeVerifier;
import io.zhenma.crypto.DataCipher;
import io.zhenma.crypto.DeliverySigner;
import io.zhenma.crypto.Fingerprinter;
import io.zhenma.crypto.SecretKey256;
import io.zhenma.crypto.TokenSigner;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.sql.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of brands, ready for use. Which versions a brand has and how they stand is remembered
 * for {@link Remembered#FRESH}, so that a version made or revoked on another replica is seen within
 * that time and forged key ids cost a query each {@link Remembered#RENEWED} at most.
 */
@ApplicationScoped
public class BrandKeys {
  private static final long PLATFORM = 0;
  private static final int ONLY_KEY_ID = 1;
  private static final int REMEMBERED = 10_000;
  private static final Duration UNUSED = Duration.ofHours(1);

  private final DataKeys secrets;
  private final KeyVersionRows rows;
  private final AfterCommit afterCommit;
  private final Remembered<Long, Map<Integer, KeyVersion>> versions =
      Remembered.most(REMEMBERED, this::load);
  private final Cache<KeyVersionRow.Id, CodeCipher> ciphers = remembering();
  private final Cache<KeyVersionRow.Id, CodeSigner> signers = remembering();
  private final Cache<Long, Fingerprinter> fingerprinters = remembering();
  private volatile @Nullable TokenSigner deviceTokens;
  private volatile @Nullable TokenSigner scanTickets;

  BrandKeys(DataKeys secrets, KeyVersionRows rows, AfterCommit afterCommit) {
    this.secrets = secrets;
    this.rows = rows;
    this.afterCommit = afterCommit;
  }

  /**
   * The key with which the brand's new batches are made, as it is now. Within a transaction that
   * makes a batch: until its commit nobody revokes that key, so that no batch gets a leaked one.
   *
   * @throws ProblemException conflict when the last possible version was revoked
   */
  @Transactional
  public int currentCodeKey(long brandId) {
    rows.lock(brandId);
    return rows.current(brandId)
        .map(row -> row.id.keyId())
        .orElseThrow(
            () -> ProblemException.conflict(ProblemType.CONFLICT, "keyId", "no-current-key"));
  }

  /** The cipher of one of the brand's keys, or empty when it has no such key. */
  public Optional<CodeCipher> codeCipher(long brandId, int keyId) {
    return version(brandId, keyId)
        .map(
            version ->
                ciphers.get(
                    new KeyVersionRow.Id(brandId, keyId),
                    id ->
                        new CodeCipher(
                            keyId, version.suite(), require(brandId, KeyPurpose.CODE, keyId))));
  }

  /** Signs the links of one of the brand's keys, or empty when it has no such key. */
  public Optional<CodeSigner> codeSigner(long brandId, int keyId) {
    return version(brandId, keyId)
        .map(
            version ->
                signers.get(
                    new KeyVersionRow.Id(brandId, keyId),
                    id ->
                        CodeSigner.of(
                            version.suite(), require(brandId, KeyPurpose.SIGNATURE, keyId))));
  }

  /** Checks what {@link #codeSigner} signs. */
  public Optional<CodeVerifier> codeVerifier(long brandId, int keyId) {
    return version(brandId, keyId).map(KeyVersion::verifier);
  }

  /** Whether that version has leaked, so that its codes prove nothing. */
  public boolean isRevoked(long brandId, int keyId) {
    return version(brandId, keyId).map(KeyVersion::isRevoked).orElse(false);
  }

  /** Makes the brand's fingerprints of devices and people. */
  public Fingerprinter fingerprinter(long brandId) {
    return fingerprinters.get(
        brandId, id -> new Fingerprinter(require(id, KeyPurpose.IDENTITY, ONLY_KEY_ID)));
  }

  /**
   * Signs what the brand delivers. Made on first use, for the brands that were there before it.
   *
   * @param since when its certificate becomes valid; always the same for a brand
   */
  public DeliverySigner deliverySigner(long brandId, String slug, Instant since) {
    return new DeliverySigner(madeOnFirstUse(brandId, KeyPurpose.DELIVERY), slug, since);
  }

  /** Seals and opens what the brand keeps of people. Made on first use, like the one above. */
  public DataCipher personalData(long brandId) {
    return new DataCipher(madeOnFirstUse(brandId, KeyPurpose.PERSONAL));
  }

  /** Encrypts short secrets of the brand. Made on first use. */
  public DataCipher fieldCipher(long brandId) {
    return new DataCipher(madeOnFirstUse(brandId, KeyPurpose.FIELD));
  }

  /** Encrypts the secrets of second factors. Made on first use, one for the platform. */
  DataCipher secondFactorCipher() {
    return new DataCipher(madeOnFirstUse(PLATFORM, KeyPurpose.SECOND_FACTOR));
  }

  private SecretKey256 madeOnFirstUse(long brandId, KeyPurpose purpose) {
    DataKey.Id id = new DataKey.Id(brandId, purpose, ONLY_KEY_ID);
    return secrets
        .find(id)
        .orElseGet(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> secrets.addIfMissing(id, SecretKey256.random())));
  }

  /** Signs and checks the platform's device cookies; reads no database. */
  public TokenSigner deviceTokens() {
    return ready(deviceTokens);
  }

  /** Signs and checks what tells that a device scanned a code of which nothing is kept. */
  public TokenSigner scanTickets() {
    return ready(scanTickets);
  }

  private static TokenSigner ready(@Nullable TokenSigner ready) {
    if (ready == null) {
      throw new IllegalStateException("the platform's own keys were not read yet");
    }
    return ready;
  }

  /** Signs and checks the cookies of browsers in which somebody signed in before. */
  TokenSigner browserTokens() {
    return new TokenSigner(madeOnFirstUse(PLATFORM, KeyPurpose.BROWSER), "browser");
  }

  /** The versions that may still be trusted, by key id. */
  Map<Integer, CodeVerifier> trusted(long brandId) {
    return versions.get(brandId).values().stream()
        .filter(version -> !version.isRevoked())
        .collect(Collectors.toMap(KeyVersion::keyId, KeyVersion::verifier));
  }

  /** Makes the platform's own keys where they are missing, and has them ready. */
  void createForPlatform() {
    SecretKey256 devices =
        secrets.addIfMissing(
            new DataKey.Id(PLATFORM, KeyPurpose.DEVICE, ONLY_KEY_ID), SecretKey256.random());
    scanTickets = new TokenSigner(devices, "forged-scan");
    deviceTokens = new TokenSigner(devices, "device");
  }

  /** Makes the keys of a new brand that have no versions. */
  void createForBrand(long brandId) {
    secrets.addIfMissing(
        new DataKey.Id(brandId, KeyPurpose.IDENTITY, ONLY_KEY_ID), SecretKey256.random());
  }

  /** After the commit: a scan in between would remember what was. */
  void forgetVersions(long brandId) {
    afterCommit.run(() -> versions.forget(brandId));
  }

  private Optional<KeyVersion> version(long brandId, int keyId) {
    return Optional.ofNullable(versions.get(brandId).get(keyId));
  }

  private Map<Integer, KeyVersion> load(long brandId) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                rows.of(brandId).stream()
                    .map(KeyVersionRow::view)
                    .collect(Collectors.toMap(KeyVersion::keyId, Function.identity())));
  }

  private SecretKey256 require(long brandId, KeyPurpose purpose, int keyId) {
    return secrets
        .find(new DataKey.Id(brandId, purpose, keyId))
        .orElseThrow(() -> new IllegalStateException("no " + purpose + " key of brand " + brandId));
  }

  private static <K, V> Cache<K, V> remembering() {
    return Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(UNUSED).build();
  }
}
