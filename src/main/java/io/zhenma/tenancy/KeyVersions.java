package io.zhenma.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.crypto.CodeSigner;
import io.zhenma.crypto.CodeSuite;
import io.zhenma.crypto.SecretKey256;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes, retires and revokes the versions of a brand's keys. Each call is one transaction; other
 * replicas see what changed within {@link io.zhenma.sql.Remembered#FRESH}.
 */
@ApplicationScoped
public class KeyVersions {
  /** The key id is one character of base 32, and 0 stays unused. */
  public static final int MOST = 31;

  private static final int FIRST = 1;
  private static final int LONGEST_REASON = 300;

  private final KeyVersionRows rows;
  private final DataKeys secrets;
  private final BrandKeys keys;
  private final AuditLog audit;
  private final ApprovalConfig config;

  KeyVersions(
      KeyVersionRows rows,
      DataKeys secrets,
      BrandKeys keys,
      AuditLog audit,
      ApprovalConfig config) {
    this.config = config;
    this.rows = rows;
    this.secrets = secrets;
    this.keys = keys;
    this.audit = audit;
  }

  /** All versions of the brand, by key id, as they are now. */
  @Transactional
  public List<KeyVersion> all(long brandId) {
    return rows.of(brandId).stream().map(KeyVersionRow::view).toList();
  }

  /**
   * Makes a new current version. The one before is retired; its codes stay valid.
   *
   * @param suite the new version's algorithms; when empty, those of the latest
   * @throws ProblemException conflict when the brand has had {@value #MOST} versions, or one too
   *     lately
   */
  @Transactional
  public KeyVersion rotate(long brandId, long userId, Optional<CodeSuite> suite) {
    rows.lock(brandId);
    requireRotatable(brandId);
    return next(brandId, userId, suite).view();
  }

  /**
   * Declares a version leaked: from now on every code of its batches is suspect. A brand without
   * another current version gets a new one, as long as it may have one more.
   *
   * @param reason for the brand's own records
   * @throws ProblemException not-found; conflict when it is revoked already
   */
  @Transactional
  public KeyVersion revoke(long brandId, long userId, int keyId, String reason) {
    rows.lock(brandId);
    String why = requireRevocable(brandId, keyId, reason);
    KeyVersionRow row = revocable(brandId, keyId);
    if (row.state == KeyState.CURRENT && highest(brandId) < MOST) {
      next(brandId, userId, Optional.of(row.suite));
    }
    row.state = KeyState.REVOKED;
    row.revokedAt = now();
    row.revokedBy = userId;
    row.revokedFor = why;
    audit.record(brandId, userId, "key-revoked", "key:" + keyId, why);
    keys.forgetVersions(brandId);
    return row.view();
  }

  /**
   * Whether a new version may be made: there are few, and they must not be used up by accident.
   *
   * @throws ProblemException conflict when the brand has had all, or one too lately
   */
  @Transactional
  public void requireRotatable(long brandId) {
    Instant lately = now().minus(config.rotateEvery());
    if (highest(brandId) >= MOST) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "keyId", "keys-used-up", MOST);
    }
    boolean fresh =
        rows.of(brandId).stream()
            .anyMatch(row -> row.id.keyId() > FIRST && row.createdAt.isAfter(lately));
    if (fresh) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "keyId", "keys-rotated-lately");
    }
  }

  /**
   * Whether a version may be revoked.
   *
   * @return the reason, as it is kept
   * @throws ProblemException not-found; conflict when it is revoked already
   */
  @Transactional
  public String requireRevocable(long brandId, int keyId, String reason) {
    String why = FieldRule.plainText("reason", reason, LONGEST_REASON);
    if (revocable(brandId, keyId).state == KeyState.REVOKED) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "keyId", "key-revoked");
    }
    return why;
  }

  private KeyVersionRow revocable(long brandId, int keyId) {
    return rows.findByIdOptional(new KeyVersionRow.Id(brandId, keyId))
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** The first version of a new brand. */
  void createFirst(long brandId, CodeSuite suite) {
    add(new KeyVersionRow.Id(brandId, FIRST), suite, null);
    keys.forgetVersions(brandId);
  }

  private KeyVersionRow next(long brandId, long userId, Optional<CodeSuite> suite) {
    List<KeyVersionRow> before = rows.of(brandId);
    int latest = highest(brandId);
    if (latest >= MOST) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "keyId", "keys-used-up", MOST);
    }
    before.stream()
        .filter(row -> row.state == KeyState.CURRENT)
        .forEach(row -> row.state = KeyState.RETIRED);
    CodeSuite chosen = suite.orElseGet(() -> before.get(before.size() - 1).suite);
    KeyVersionRow fresh = add(new KeyVersionRow.Id(brandId, latest + 1), chosen, userId);
    audit.record(brandId, userId, "key-rotated", "key:" + fresh.id.keyId(), chosen.name());
    keys.forgetVersions(brandId);
    return fresh;
  }

  private int highest(long brandId) {
    return rows.of(brandId).stream().mapToInt(row -> row.id.keyId()).max().orElse(0);
  }

  private KeyVersionRow add(KeyVersionRow.Id id, CodeSuite suite, @Nullable Long userId) {
    secrets.addIfMissing(code(id), SecretKey256.random());
    KeyVersionRow row = row(id, suite);
    row.createdBy = userId;
    rows.persist(row);
    return row;
  }

  /** A version with the public part of its signature key, which is made if it is missing. */
  private KeyVersionRow row(KeyVersionRow.Id id, CodeSuite suite) {
    SecretKey256 secret = secrets.addIfMissing(signature(id), CodeSigner.newKey(suite));
    KeyVersionRow row = new KeyVersionRow();
    row.id = id;
    row.suite = suite;
    row.state = KeyState.CURRENT;
    row.publicKey = CodeSigner.of(suite, secret).verifier().publicKey();
    row.createdAt = now();
    return row;
  }

  /**
   * Gives brands that are older than versions their first: the code key they have, and a signature
   * key. Each is a transaction of its own; two replicas may do so at once.
   *
   * @return how many were missing
   */
  int complete() {
    List<KeyVersionRow.Id> missing = QuarkusTransaction.requiringNew().call(rows::withoutRow);
    for (KeyVersionRow.Id id : missing) {
      QuarkusTransaction.requiringNew()
          .run(() -> rows.addIfMissing(row(id, CodeSuite.AES_ED25519)));
    }
    return missing.size();
  }

  private static DataKey.Id code(KeyVersionRow.Id id) {
    return new DataKey.Id(id.brandId(), KeyPurpose.CODE, id.keyId());
  }

  private static DataKey.Id signature(KeyVersionRow.Id id) {
    return new DataKey.Id(id.brandId(), KeyPurpose.SIGNATURE, id.keyId());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
