package io.zhenma.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How long the audit log is kept. */
@ConfigMapping(prefix = "zhenma.audit")
interface AuditConfig {
  /** Days after which deeds are deleted; without it they stay. At least 180. */
  OptionalInt keepDays();

  /** Days after which refusals are deleted. At least 1. */
  @WithDefault("180")
  int refusalsKeepDays();
}
