package io.zhenma.delivery;

import io.zhenma.label.Arrangement;
import io.zhenma.label.CodeStyle;
import io.zhenma.label.ErrorCorrection;
import io.zhenma.label.LabelTemplate;
import io.zhenma.label.LabelText;
import io.zhenma.label.MaskChoice;
import io.zhenma.label.PageKind;
import io.zhenma.label.Sheet;
import io.zhenma.label.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Templates that every brand has. */
enum BuiltInTemplate {
  /** A4, five columns of eight labels, code 22 mm: for signed codes too. */
  A4_40(LabelTemplate.A4_40),
  /** A4, eight columns of ten small labels, code 15 mm: for compact codes. */
  A4_80(
      sheet(
          new Sheet(PageKind.A4, 0, 0, 9, 8.5, 1, 1, false),
          23,
          27,
          false,
          15,
          Set.of(LabelText.SERIAL, LabelText.LOT, LabelText.ITEM))),
  /** A4, outer and inner code of an item side by side. */
  A4_PAIRS(
      sheet(
          new Sheet(PageKind.A4, 0, 0, 12, 10, 3, 3, true),
          60,
          36,
          true,
          22,
          Set.of(LabelText.KIND, LabelText.SERIAL, LabelText.LOT, LabelText.ITEM))),
  /** A roll of labels for a thermal printer, code beside its text. */
  ROLL_60X30(
      new LabelTemplate(
          Sheet.roll(),
          60,
          30,
          Arrangement.BESIDE,
          false,
          style(26),
          text(
              7,
              Set.of(
                  LabelText.PRODUCT,
                  LabelText.KIND,
                  LabelText.SERIAL,
                  LabelText.LOT,
                  LabelText.EXPIRY)),
          0,
          Optional.empty(),
          300));

  private final LabelTemplate template;

  BuiltInTemplate(LabelTemplate template) {
    this.template = template;
  }

  private static LabelTemplate sheet(
      Sheet sheet, double width, double height, boolean pairs, double code, Set<LabelText> texts) {
    return new LabelTemplate(
        sheet,
        width,
        height,
        Arrangement.STACKED,
        pairs,
        style(code),
        text(5, texts),
        0,
        Optional.empty(),
        300);
  }

  private static CodeStyle style(double side) {
    return new CodeStyle(side, 4, ErrorCorrection.M, MaskChoice.STANDARD);
  }

  private static TextStyle text(double size, Set<LabelText> texts) {
    return new TextStyle(texts, size, "OUTER", "INNER");
  }

  LabelTemplate template() {
    return template;
  }

  /** Such as {@code a4-40}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<BuiltInTemplate> of(String slug) {
    return Arrays.stream(values()).filter(known -> known.slug().equals(slug)).findFirst();
  }
}
