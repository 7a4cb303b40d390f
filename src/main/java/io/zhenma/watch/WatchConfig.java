package io.zhenma.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a brand's people are alarmed. */
@ConfigMapping(prefix = "zhenma.watch")
interface WatchConfig {
  /** From this many copied items of one batch on, the batch is the alert and not each item. */
  @WithDefault("5")
  int itemsOfBatch();

  /** How long a copied item counts towards its batch. */
  @WithDefault("30D")
  Duration batchWindow();

  /** Fewer scans an hour than this are never unusual. */
  @WithDefault("300")
  long volumeMinimum();

  /** How many times its usual spread an hour must be above its median. */
  @WithDefault("6")
  double volumeFactor();

  /** After this long the same product is told again; before, only when it is twice as much. */
  @WithDefault("7D")
  Duration volumeSilence();
}
