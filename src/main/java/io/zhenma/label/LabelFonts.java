package io.zhenma.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The fonts of label texts: Liberation Sans for Latin, Greek and Cyrillic letters, and for
 * everything else another one, if there is one. The same fonts and text give the same label on
 * every machine.
 */
public final class LabelFonts {
  private static final LabelFonts LATIN_ONLY = new LabelFonts(LabelFont.latin(), Optional.empty());

  private final LabelFont latin;
  private final Optional<LabelFont> other;

  private LabelFonts(LabelFont latin, Optional<LabelFont> other) {
    this.latin = latin;
    this.other = other;
  }

  /** Text in other scripts is left out. */
  public static LabelFonts latinOnly() {
    return LATIN_ONLY;
  }

  /**
   * With a font for other scripts, such as Chinese.
   *
   * @param file TrueType outlines, alone ({@code .ttf}) or as the first of a collection ({@code
   *     .ttc})
   * @throws IOException when the file isn't such a font, or may not be embedded
   */
  public static LabelFonts with(Path file) throws IOException {
    return new LabelFonts(LabelFont.latin(), Optional.of(LabelFont.of(file)));
  }

  /** The characters of a text that would be left out, each once. */
  String missing(String text) {
    String looked = PrintableText.normalised(text);
    return PrintableText.missing(looked, fontOf(looked));
  }

  private LabelFont fontOf(String looked) {
    return other.isEmpty() || PrintableText.isWithin(looked, latin) ? latin : other.orElseThrow();
  }

  /** All of one font: the Latin one where it has every letter, else the other. */
  FittedText fit(String text, double roomSizes) {
    String looked = PrintableText.normalised(text);
    LabelFont font = fontOf(looked);
    return FittedText.of(font, PrintableText.of(looked, font), roomSizes);
  }
}
