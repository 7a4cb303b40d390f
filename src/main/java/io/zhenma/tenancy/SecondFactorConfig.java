package io.zhenma.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The second factor at sign-in. */
@ConfigMapping(prefix = "zhenma.second-factor")
interface SecondFactorConfig {
  /** Whether it is demanded of the platform's administrators. */
  @WithDefault("false")
  boolean administrators();

  /** What the codes are called in people's apps. */
  @WithDefault("Zhenma")
  String issuer();
}
