package io.zhenma.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the journal writes. */
@ConfigMapping(prefix = "zhenma.journal")
interface JournalConfig {
  /** Writers, each with its own connection and lane. */
  @WithDefault("2")
  int writers();

  /** Scans that may wait for each writer; one more is refused with 503. */
  @WithDefault("5000")
  int waiting();

  /** Most scans in one transaction. */
  @WithDefault("500")
  int group();
}
