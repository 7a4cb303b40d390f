package io.zhenma.policy;

import io.zhenma.verification.Policy;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of a brand's policy.
 *
 * @param note why it was made, as the person wrote it
 * @param made by whom and when; empty for the standard
 */
record PolicyVersion(Policy policy, String note, Optional<Made> made) {
  static final PolicyVersion STANDARD = new PolicyVersion(Policy.STANDARD, "", Optional.empty());

  record Made(long userId, Instant at) {}
}
