package io.zhenma.tenancy;

import io.zhenma.crypto.CodeSuite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes a new version of the keys; the payload is its suite, or "". */
@ApplicationScoped
class KeyRotationDeed implements ApprovedDeed {
  private final KeyVersions versions;

  KeyRotationDeed(KeyVersions versions) {
    this.versions = versions;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.KEY_ROTATION;
  }

  @Override
  public void perform(long brandId, long userId, String payload) {
    Optional<CodeSuite> suite =
        payload.isEmpty() ? Optional.empty() : Optional.of(CodeSuite.valueOf(payload));
    versions.rotate(brandId, userId, suite);
  }
}
