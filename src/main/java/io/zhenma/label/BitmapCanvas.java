package io.zhenma.label;

/** Draws a label, or a cell of one, as dots. */
final class BitmapCanvas implements LabelCanvas {
  private final Bitmap dots;
  private final int dpi;
  private final GlyphDots letters;
  private final LogoDots logo;

  BitmapCanvas(double widthMm, double heightMm, int dpi, GlyphDots letters, LogoDots logo) {
    this.dots = new Bitmap(Dots.of(widthMm, dpi), Dots.of(heightMm, dpi));
    this.dpi = dpi;
    this.letters = letters;
    this.logo = logo;
  }

  Bitmap dots() {
    return dots;
  }

  @Override
  public void code(QrSymbol symbol, CodeStyle style, double left, double top, double side) {
    style.requireReadable(symbol.size(), dpi);
    int module = style.moduleDots(symbol.size(), dpi);
    int spare = (int) (side * dpi / Dots.MM_PER_INCH) - module * symbol.size();
    dots.modules(
        symbol.modules(), Dots.of(left, dpi) + spare / 2, Dots.of(top, dpi) + spare / 2, module);
  }

  @Override
  public void text(FittedText text, double left, double baseline, double size) {
    double sizeInDots = size * dpi / Dots.MM_PER_INCH;
    double x = left * dpi / Dots.MM_PER_INCH;
    int y = Dots.of(baseline, dpi);
    for (Glyph glyph : text.glyphs()) {
      GlyphDots.Placed placed = letters.of(text.font(), glyph, sizeInDots);
      dots.add(placed.dots(), (int) Math.round(x) + placed.left(), y + placed.top());
      x += glyph.advance() * sizeInDots;
    }
  }

  @Override
  public void logo(double left, double top, double width, double height) {
    dots.add(
        logo.of(Dots.of(width, dpi), Dots.of(height, dpi)), Dots.of(left, dpi), Dots.of(top, dpi));
  }
}
