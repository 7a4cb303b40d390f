package io.zhenma.label;

import io.zhenma.crypto.CodeKind;
import java.util.List;

/** Draws labels after a template. Safe for several threads, each with a canvas of its own. */
final class LabelDrawing {
  private final LabelTemplate template;
  private final LabelFonts fonts;
  private final SymbolEncoder encoder;
  private final LabelLayout layout;
  private final double logoWidth;
  private final double logoHeight;

  LabelDrawing(LabelTemplate template, LabelFonts fonts, SymbolEncoder encoder) {
    this.template = template;
    this.fonts = fonts;
    this.encoder = encoder;
    this.layout = LabelLayout.of(template);
    double room = layout.logo().width();
    double scale = layout.logo().height();
    if (template.logo().isPresent() && scale > 0) {
      Logo logo = template.logo().get();
      double wanted = scale * logo.width() / logo.height();
      this.logoWidth = Math.min(room, wanted);
      this.logoHeight = logoWidth * logo.height() / logo.width();
    } else {
      this.logoWidth = 0;
      this.logoHeight = 0;
    }
  }

  LabelTemplate template() {
    return template;
  }

  double logoHeight() {
    return logoHeight;
  }

  /**
   * Draws a label.
   *
   * @param left of the label on the canvas
   */
  void draw(Label label, LabelCanvas canvas, double left, double top) {
    List<Label.Code> codes = label.codes();
    if (codes.size() != template.cells()) {
      throw new IllegalArgumentException("a label with " + codes.size() + " codes");
    }
    for (int i = 0; i < codes.size(); i++) {
      cell(label, codes.get(i), canvas, left + i * template.cellWidthMm(), top);
    }
  }

  /** Draws one code with its text: the whole label, or its half of a pair. */
  void cell(Label label, Label.Code code, LabelCanvas canvas, double left, double top) {
    CodeStyle style = template.code();
    QrSymbol symbol = encoder.encode(code.link(), style.correction(), style.mask());
    style.requireReadable(symbol.size());
    canvas.code(symbol, style, left + layout.codeLeft(), top + layout.codeTop(), style.sideMm());
    if (logoWidth > 0) {
      LabelLayout.Box box = layout.logo();
      boolean centred = template.arrangement() == Arrangement.STACKED;
      double x = left + box.left() + (centred ? (box.width() - logoWidth) / 2 : 0);
      canvas.logo(x, top + box.top() + box.height() - logoHeight, logoWidth, logoHeight);
    }
    for (LabelLayout.Line line : layout.lines()) {
      String text = text(label, code, line);
      if (!text.isEmpty()) {
        FittedText fitted = fonts.fit(text, line.width() / layout.textSizeMm());
        double width = fitted.width() * layout.textSizeMm();
        double x = left + line.left() + (line.centred() ? (line.width() - width) / 2 : 0);
        canvas.text(fitted, x, top + line.baseline(), layout.textSizeMm() * fitted.scale());
      }
    }
  }

  private String text(Label label, Label.Code code, LabelLayout.Line line) {
    return switch (line.text()) {
      case KIND -> kind(code.kind());
      case PRODUCT -> label.product();
      case SERIAL -> SerialText.line(code.serial(), line.part(), line.parts());
      case LOT -> lot(label);
      case EXPIRY -> label.expires().map(day -> "EXP " + day).orElse("");
      case ITEM -> "#" + label.item();
    };
  }

  private String lot(Label label) {
    String lot = label.lot().isEmpty() ? "" : "LOT " + label.lot();
    String item = template.text().texts().contains(LabelText.ITEM) ? " #" + label.item() : "";
    return (lot + item).strip();
  }

  /** In plain English where no font has a letter of the brand's own word. */
  private String kind(CodeKind kind) {
    boolean outer = kind == CodeKind.OUTER;
    String word = outer ? template.text().outerWord() : template.text().innerWord();
    return fonts.fit(word, Double.MAX_VALUE).glyphs().isEmpty()
        ? (outer ? "OUTER" : "INNER")
        : word;
  }
}
