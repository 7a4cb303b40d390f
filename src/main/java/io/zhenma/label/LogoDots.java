package io.zhenma.label;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A template's logo as dots, made when it is first asked for. */
final class LogoDots {
  private final Optional<Logo> logo;
  private volatile @Nullable Bitmap made;

  LogoDots(Optional<Logo> logo) {
    this.logo = logo;
  }

  /** A template has one size of logo, so the first is the only one. */
  Bitmap of(int width, int height) {
    Bitmap known = made;
    if (known == null) {
      known = logo.orElseThrow().pixels(Math.max(1, width), Math.max(1, height)).dithered();
      made = known;
    }
    return known;
  }
}
