package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A brand's colour as a ground for text. Text on it is black or white, whichever stands out more:
 * of those two one always has a contrast of at least 4.58 to 1, so any colour may be chosen.
 *
 * <p>Source: WCAG 2.2, definitions of relative luminance and contrast ratio; success criterion
 * 1.4.3 asks for 4.5 to 1.
 *
 * @param hex such as {@code #c8102e}
 */
public record BrandColour(String hex) {
  private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");
  private static final String WHITE = "#ffffff";
  private static final String BLACK = "#000000";

  public BrandColour {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("a colour is # and six hexadecimal digits");
    }
  }

  /**
   * Reads what a person chose, in either case.
   *
   * @throws ProblemException when it is no colour
   */
  static BrandColour parse(String typed) {
    String hex = typed.strip().toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(hex).matches()) {
      throw ProblemException.field("colour", "colour");
    }
    return new BrandColour(hex);
  }

  /** The colour of text on it. */
  public String ink() {
    return contrast(this, new BrandColour(WHITE)) >= contrast(this, new BrandColour(BLACK))
        ? WHITE
        : BLACK;
  }

  /** Whether text on it is white. */
  public boolean isDark() {
    return ink().equals(WHITE);
  }

  /** How much the text on it stands out, 4.58 to 21. */
  double contrast() {
    return contrast(this, new BrandColour(ink()));
  }

  private static double contrast(BrandColour one, BrandColour other) {
    double lighter = Math.max(one.luminance(), other.luminance());
    double darker = Math.min(one.luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  private double luminance() {
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  }

  private double channel(int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
