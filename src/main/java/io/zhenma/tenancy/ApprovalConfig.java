package io.zhenma.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what lifts protection is approved. */
@ConfigMapping(prefix = "zhenma.approval")
interface ApprovalConfig {
  /**
   * Where a brand has one operator alone, what they ask for is done after this long; at once when
   * it is zero, as in a demonstration.
   */
  @WithDefault("24H")
  Duration delay();

  /** What nobody decided about for so long has lapsed. */
  @WithDefault("7D")
  Duration lapse();

  /** A brand gets at most one new key version in this time. */
  @WithDefault("24H")
  Duration rotateEvery();
}
