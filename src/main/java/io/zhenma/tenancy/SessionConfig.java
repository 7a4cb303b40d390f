package io.zhenma.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in. */
@ConfigMapping(prefix = "zhenma.session")
interface SessionConfig {
  /** Without a request for this long, the session ends. */
  @WithDefault("2H")
  Duration idle();

  /** However busy, the session ends after this long. */
  @WithDefault("12H")
  Duration lifetime();
}
