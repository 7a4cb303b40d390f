package io.zhenma.foreign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How lists of codes are taken in. */
@ConfigMapping(prefix = "zhenma.imports")
interface ImportConfig {
  /** Where uploaded lists wait until they have been read. */
  @WithDefault("${zhenma.data-dir:data}/imports")
  Path dir();
}
