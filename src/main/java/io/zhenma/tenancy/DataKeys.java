package io.zhenma.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.crypto.KeyVault;
import io.zhenma.crypto.SecretKey256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The secret keys, wrapped in the database, unwrapped in memory only. A secret never changes, so
 * one that was found may be remembered; one that was not found may be made at any time.
 */
@ApplicationScoped
class DataKeys implements PanacheRepositoryBase<DataKey, DataKey.Id> {
  private static final int REMEMBERED = 50_000;
  private static final Duration UNUSED = Duration.ofHours(1);

  private final KeyVault vault;
  private final Cache<DataKey.Id, SecretKey256> unwrapped =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(UNUSED).build();

  DataKeys(KeyVault vault) {
    this.vault = vault;
  }

  /** Unwrapped, which costs a private-key operation the first time. */
  Optional<SecretKey256> find(DataKey.Id id) {
    return Optional.ofNullable(unwrapped.get(id, this::load));
  }

  private @Nullable SecretKey256 load(DataKey.Id id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> findByIdOptional(id).map(this::unwrapped).orElse(null));
  }

  private SecretKey256 unwrapped(DataKey row) {
    return vault.unwrap(row.wrapped, row.id.label());
  }

  /**
   * Stores a key unless there is one already: of two replicas that do so at once, the first one's
   * key stays.
   *
   * @return the key that is stored now, within the caller's transaction
   */
  SecretKey256 addIfMissing(DataKey.Id id, SecretKey256 fresh) {
    // Not IGNORE: a row that is there must be locked for writing at once, or two starts deadlock.
    getEntityManager()
        .createNativeQuery(
            "INSERT INTO data_key (brand_id, purpose, key_id, wrapped, created_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5) ON DUPLICATE KEY UPDATE key_id = key_id")
        .setParameter(1, id.brandId())
        .setParameter(2, id.purpose().name())
        .setParameter(3, id.keyId())
        .setParameter(4, vault.wrap(fresh, id.label()))
        .setParameter(5, Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .executeUpdate();
    return unwrapped(findByIdOptional(id).orElseThrow());
  }
}
