package io.zhenma.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the journal writes. */
@ConfigMapping(prefix = "zhenma.journal")
interface JournalConfig {
  /** Writers, each with its own connection and lane. */
  @WithDefault("1")
  int writers();

  /** Scans that may wait for each writer; one more is refused with 503. */
  @WithDefault("5000")
  int waiting();

  /** Most scans in one transaction. */
  @WithDefault("500")
  int group();

  /** How long a writer whose last transaction had several scans waits for others to join one. */
  @WithDefault("5ms")
  Duration gather();
}
