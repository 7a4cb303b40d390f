package io.zhenma.issuing;

import io.quarkus.runtime.Startup;
import io.zhenma.label.LabelFonts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Loads the fonts of labels. A wrong setting ends the start, rather than some label's print. */
@Startup
@ApplicationScoped
class LabelFontsProducer {
  /** Where Debian and Ubuntu put WenQuanYi Micro Hei (package fonts-wqy-microhei). */
  private static final Path USUAL = Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");

  private final LabelFonts fonts;

  LabelFontsProducer(LabelConfig config) {
    this.fonts = load(config.font());
  }

  private static LabelFonts load(Optional<Path> configured) {
    Optional<Path> file = configured.or(() -> Optional.of(USUAL).filter(Files::isReadable));
    if (file.isEmpty()) {
      return LabelFonts.latinOnly();
    }
    try {
      return LabelFonts.with(file.get());
    } catch (IOException unusable) {
      throw new IllegalStateException(
          "zhenma.label.font can't be used: " + unusable.getMessage(), unusable);
    }
  }

  @Produces
  @Singleton
  LabelFonts fonts() {
    return fonts;
  }
}
