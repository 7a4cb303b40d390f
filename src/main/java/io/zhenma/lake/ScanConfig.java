package io.zhenma.lake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long the database keeps scans. */
@ConfigMapping(prefix = "zhenma.scan")
interface ScanConfig {
  /** Weeks of scans older than this leave the database, once they are in the lake; else none. */
  Optional<Duration> retention();

  /** Weeks to have partitions for ahead of time. */
  @WithDefault("8")
  int weeksAhead();
}
