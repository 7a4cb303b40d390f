package io.zhenma.label;

import java.util.Optional;
import java.util.Set;

/**
 * How labels look and lie on their pages. A template that exists fits: at least one label a page,
 * and code, logo and text inside each label; one that doesn't is refused with a {@link
 * LabelException} that names the limit. Whether a certain link's code is readable in the room it
 * has is asked with {@link #requireReadable}.
 *
 * @param labelWidthMm width of one label
 * @param labelHeightMm height of one label
 * @param pairs whether a label carries an item's outer and inner code side by side, each in its
 *     half
 * @param logoHeightMm height kept for the logo, 0 for none; its width follows, as far as there is
 *     room
 * @param logo the picture; without one, its room stays empty
 * @param dpi dots an inch of what is made of dots (PNG, ZPL): 203, 300 or 600
 */
public record LabelTemplate(
    Sheet sheet,
    double labelWidthMm,
    double labelHeightMm,
    Arrangement arrangement,
    boolean pairs,
    CodeStyle code,
    TextStyle text,
    double logoHeightMm,
    Optional<Logo> logo,
    int dpi) {
  private static final double SMALLEST_LABEL_MM = 5;
  private static final double LARGEST_LABEL_MM = 600;
  private static final double LARGEST_LOGO_MM = 100;
  private static final Set<Integer> RESOLUTIONS = Set.of(203, 300, 600);

  /** A4, five columns of eight labels, 35 × 33 mm, code 22 mm. */
  public static final LabelTemplate A4_40 =
      new LabelTemplate(
          new Sheet(PageKind.A4, 0, 0, 12.5, 9.5, 2.5, 2, false),
          35,
          33,
          Arrangement.STACKED,
          false,
          new CodeStyle(22, QrSymbol.QUIET_ZONE, ErrorCorrection.M, MaskChoice.STANDARD),
          new TextStyle(
              Set.of(LabelText.KIND, LabelText.SERIAL, LabelText.LOT, LabelText.ITEM),
              6,
              "OUTER",
              "INNER"),
          0,
          Optional.empty(),
          300);

  public LabelTemplate {
    if (!RESOLUTIONS.contains(dpi)) {
      throw LabelException.of("dpi", "kind", "203, 300, 600");
    }
    double across = sheet.kind() == PageKind.ROLL ? LARGEST_LABEL_MM : sheet.roomAcrossMm();
    double down = sheet.kind() == PageKind.ROLL ? LARGEST_LABEL_MM : sheet.roomDownMm();
    requireRoom("labelWidthMm", "label-across", labelWidthMm, across);
    requireRoom("labelHeightMm", "label-down", labelHeightMm, down);
    Rules.millimetres("logoHeightMm", logoHeightMm, 0, LARGEST_LOGO_MM);
    LabelLayout.check(labelWidthMm, labelHeightMm, arrangement, pairs, code, text, logoHeightMm);
  }

  private static void requireRoom(String field, String rule, double label, double room) {
    Rules.millimetres(field, label, SMALLEST_LABEL_MM, LARGEST_LABEL_MM);
    if (label > room + Rules.ROUNDING_MM) {
      throw LabelException.of(field, rule, label, Rules.downwards(Math.max(0, room)));
    }
  }

  public LabelTemplate withLogo(Optional<Logo> changed) {
    return new LabelTemplate(
        sheet,
        labelWidthMm,
        labelHeightMm,
        arrangement,
        pairs,
        code,
        text,
        logoHeightMm,
        changed,
        dpi);
  }

  public double pageWidthMm() {
    return sheet.kind() == PageKind.ROLL ? labelWidthMm : sheet.widthMm();
  }

  public double pageHeightMm() {
    return sheet.kind() == PageKind.ROLL ? labelHeightMm : sheet.heightMm();
  }

  /** Labels side by side, at least 1. */
  public int columns() {
    return sheet.kind() == PageKind.ROLL
        ? 1
        : fitting(sheet.roomAcrossMm(), labelWidthMm, sheet.gapXMm());
  }

  /** Labels one below the other, at least 1. */
  public int rows() {
    return sheet.kind() == PageKind.ROLL
        ? 1
        : fitting(sheet.roomDownMm(), labelHeightMm, sheet.gapYMm());
  }

  public int labelsPerPage() {
    return columns() * rows();
  }

  private static int fitting(double room, double label, double gap) {
    return (int) Math.floor((room + gap + Rules.ROUNDING_MM) / (label + gap));
  }

  /** Codes on one label: 2 for pairs, else 1. */
  int cells() {
    return pairs ? 2 : 1;
  }

  double cellWidthMm() {
    return labelWidthMm / cells();
  }

  /** Left edge of a place on the page, counted row by row from 0. */
  double leftMm(int place) {
    return sheet.marginXMm() + place % columns() * (labelWidthMm + sheet.gapXMm());
  }

  double topMm(int place) {
    return sheet.marginYMm() + place / columns() * (labelHeightMm + sheet.gapYMm());
  }

  /**
   * Side of one module of a link's code where it is drawn with lines.
   *
   * @throws LabelException when no symbol holds the link
   */
  public double moduleMm(String link) {
    return code.moduleMm(QrSymbol.sizeOf(link, code.correction()));
  }

  /**
   * Refuses a link whose code would have too small modules, so that a batch is refused before its
   * first label is made. All links of one length and kind of characters get the same answer.
   *
   * @throws LabelException when a module would be smaller than {@link
   *     CodeStyle#SMALLEST_MODULE_MM}; for formats of dots, when that many whole dots don't fit
   */
  public void requireReadable(String link, LabelFormat format) {
    int size = QrSymbol.sizeOf(link, code.correction());
    if (format.isOfDots()) {
      code.requireReadable(size, dpi);
    } else {
      code.requireReadable(size);
    }
  }
}
