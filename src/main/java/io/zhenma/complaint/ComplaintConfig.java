package io.zhenma.complaint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of complaints. */
@ConfigMapping(prefix = "zhenma.complaints")
interface ComplaintConfig {
  /** How long one is kept, from the day it came. */
  @WithDefault("P365D")
  Duration keep();

  /** Most that one device may send a brand in a day. */
  @WithDefault("3")
  int perDevice();

  /** Most of one code that a brand takes in a day, whoever sends them. */
  @WithDefault("20")
  int perCode();

  /** Most of its items that a brand takes in a day, whoever sends them: a bound of its storage. */
  @WithDefault("1000")
  int perBrand();

  /** The same of unknown codes, which cost their sender nothing. */
  @WithDefault("200")
  int unknownPerBrand();
}
