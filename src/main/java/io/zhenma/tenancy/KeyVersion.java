package io.zhenma.tenancy;

import io.zhenma.crypto.CodeSuite;
import io.zhenma.crypto.CodeVerifier;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be known of a version of a brand's keys.
 *
 * @param keyId 1 to 31, the first character of its serial numbers
 * @param verifier its public signature key
 * @param createdBy the person, or null for the platform itself
 */
public record KeyVersion(
    int keyId,
    KeyState state,
    CodeVerifier verifier,
    Instant createdAt,
    @Nullable Long createdBy,
    Optional<Revocation> revocation) {

  public CodeSuite suite() {
    return verifier.suite();
  }

  public boolean isRevoked() {
    return state == KeyState.REVOKED;
  }

  /** When, by whom and why it was revoked. */
  public record Revocation(Instant at, long by, String reason) {}
}
