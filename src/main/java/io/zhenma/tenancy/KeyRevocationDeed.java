package io.zhenma.tenancy;

import jakarta.enterprise.context.ApplicationScoped;

/** Revokes a version of the keys; the payload is its number, a line's end and the reason. */
@ApplicationScoped
class KeyRevocationDeed implements ApprovedDeed {
  private final KeyVersions versions;

  KeyRevocationDeed(KeyVersions versions) {
    this.versions = versions;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.KEY_REVOCATION;
  }

  @Override
  public void perform(long brandId, long userId, String payload) {
    String[] parts = payload.split("\n", 2);
    versions.revoke(brandId, userId, Integer.parseInt(parts[0]), parts[1]);
  }
}
