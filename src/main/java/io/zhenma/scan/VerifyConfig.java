package io.zhenma.scan;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The consumers' pages. */
@ConfigMapping(prefix = "zhenma.verify")
interface VerifyConfig {
  /**
   * A directory with texts of further languages, {@code messages_xx.properties} each; read at the
   * start.
   */
  Optional<Path> languages();
}
