package io.zhenma.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What hashing a password costs. */
@ConfigMapping(prefix = "zhenma.password")
interface PasswordConfig {
  @WithDefault("19456")
  int memoryKib();

  @WithDefault("2")
  int passes();

  /** How long a link for a new password works. */
  @WithDefault("24H")
  Duration resetLink();
}
