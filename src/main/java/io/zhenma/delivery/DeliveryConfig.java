package io.zhenma.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** Where files of codes are made, and how many at once. */
@ConfigMapping(prefix = "zhenma.delivery")
interface DeliveryConfig {
  /** The spool; replicas share it. */
  @WithDefault("${zhenma.data-dir:data}/deliveries")
  Path dir();

  /** How long files stay after a delivery has ended; then they can be made again. */
  @WithDefault("7D")
  Duration keep();

  /** Files that this replica makes at the same time; without it, one a processor. */
  OptionalInt threads();

  /** Deliveries that this replica has under way; they take turns file by file. */
  @WithDefault("8")
  int atOnce();

  /** How often this replica looks for work and says that it lives; far less than the lease. */
  @WithDefault("1S")
  Duration beat();

  /** After this long without a sign of life, another replica takes a delivery over. */
  @WithDefault("30S")
  Duration lease();

  /** Items in a file of text. */
  @WithDefault("1000000")
  int textItems();

  /** Codes in a ZIP file with an image of each. */
  @WithDefault("20000")
  int zipCodes();

  /** Labels in a file for a printer. */
  @WithDefault("40000")
  int sheetLabels();
}
