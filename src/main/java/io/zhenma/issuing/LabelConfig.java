package io.zhenma.issuing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How labels are printed. */
@ConfigMapping(prefix = "zhenma.label")
interface LabelConfig {
  /**
   * A TrueType font for what Latin letters can't say, such as Chinese. Files are the same bit for
   * bit only where all replicas have the same font.
   */
  Optional<Path> font();
}
