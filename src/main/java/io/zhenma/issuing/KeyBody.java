package io.zhenma.issuing;

import io.zhenma.crypto.CodeSuite;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.tenancy.KeyState;
import io.zhenma.tenancy.KeyVersion;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A version of a brand's keys, as the API tells it.
 *
 * @param serialStart the first character of its serial numbers; its {@code kid} in the JWK set
 * @param createdBy name of the person, or null for the platform itself
 * @param batches batches made with it
 * @param items items of those batches
 */
record KeyBody(
    int keyId,
    String serialStart,
    CodeSuite suite,
    KeyState state,
    Instant createdAt,
    @Nullable String createdBy,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable String reason,
    long batches,
    long items) {

  static KeyBody of(KeyVersion version, KeyUses.Use made, LongFunction<String> names) {
    Long maker = version.createdBy();
    KeyVersion.Revocation revoked = version.revocation().orElse(null);
    return new KeyBody(
        version.keyId(),
        SerialNumber.keyName(version.keyId()),
        version.suite(),
        version.state(),
        version.createdAt(),
        maker == null ? null : names.apply(maker),
        revoked == null ? null : revoked.at(),
        revoked == null ? null : names.apply(revoked.by()),
        revoked == null ? null : revoked.reason(),
        made.batches(),
        made.items());
  }

  /**
   * All of them.
   *
   * @param most versions that a brand may have in all
   * @param jwks path of the public keys that may be trusted
   */
  record All(List<KeyBody> items, int most, String jwks) {}
}
