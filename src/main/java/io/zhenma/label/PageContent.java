package io.zhenma.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The drawing operators of one page (ISO 32000-1, 8.5 and 9.4). All dark modules of all labels are
 * one path, filled once: neighbours of one path leave no hairline between them, which single fills
 * do on screens and some printers. Lengths of the path are in hundredths of a millimetre, so that
 * they are short whole numbers, off by at most a quarter of a dot at 1200 dpi.
 */
final class PageContent {
  private static final double UNITS_PER_MM = 100;
  private static final int DEFLATE_LEVEL = 6;
  private static final int BUFFER = 1 << 13;

  private final LabelFormat format;
  private final TextBlock block;
  private final ByteArrayOutputStream path = new ByteArrayOutputStream(1 << 19);
  private final StringBuilder text = new StringBuilder();
  private int labels;

  PageContent(LabelFormat format) {
    this.format = format;
    this.block = TextBlock.in(format.labelWidthMm());
  }

  int labels() {
    return labels;
  }

  boolean isFull() {
    return labels == format.labelsPerPage();
  }

  /** Puts a label into the next free place, row by row. */
  void add(Label label) {
    int column = labels % format.columns();
    int row = labels / format.columns();
    double left = format.marginXMm() + column * (format.labelWidthMm() + format.gapXMm());
    double top = format.marginYMm() + row * (format.labelHeightMm() + format.gapYMm());
    double spare = format.labelHeightMm() - format.qrSideMm() - block.heightMm();
    double codeTop = top + spare / 2;
    addCode(
        QrSymbol.of(label.link(), format.correction()),
        left + (format.labelWidthMm() - format.qrSideMm()) / 2,
        codeTop);
    addText(label, left + format.labelWidthMm() / 2, codeTop + format.qrSideMm());
    labels++;
  }

  private void addCode(QrSymbol symbol, double left, double top) {
    double module = format.moduleMm(symbol.size());
    double x = left + QrSymbol.QUIET_ZONE * module;
    double y = format.page().heightMm() - top - QrSymbol.QUIET_ZONE * module;
    for (int row = 0; row < symbol.size(); row++) {
      long bottom = units(y - (row + 1) * module);
      long height = units(y - row * module) - bottom;
      int column = 0;
      while (column < symbol.size()) {
        int end = endOfRun(symbol, column, row);
        if (symbol.isDark(column, row)) {
          long from = units(x + column * module);
          rectangle(from, bottom, units(x + end * module) - from, height);
        }
        column = end;
      }
    }
  }

  private static int endOfRun(QrSymbol symbol, int column, int row) {
    boolean dark = symbol.isDark(column, row);
    int end = column + 1;
    while (end < symbol.size() && symbol.isDark(end, row) == dark) {
      end++;
    }
    return end;
  }

  private void rectangle(long x, long y, long width, long height) {
    path.writeBytes(latin1(x + " " + y + " " + width + " " + height + " re\n"));
  }

  private void addText(Label label, double centre, double top) {
    double line = top;
    for (String part : block.serial(label)) {
      line += block.lineMm();
      addLine("F1", part, centre, line);
    }
    addLine("F2", block.caption(label), centre, line + block.lineMm());
  }

  /** One line, its lowest edge at {@code bottom}; the base line lies a quarter of a size above. */
  private void addLine(String font, String line, double centre, double bottom) {
    if (line.isEmpty()) {
      return;
    }
    double x = centre - TextBlock.widthMm(line.length(), block.size()) / 2;
    double y = format.page().heightMm() - bottom + block.size() * TextBlock.MM_PER_POINT / 4;
    text.append(
        String.format(
            Locale.ROOT,
            "/%s %.2f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj\n",
            font,
            block.size(),
            x / TextBlock.MM_PER_POINT,
            y / TextBlock.MM_PER_POINT,
            line.replaceAll("([\\\\()])", "\\\\$1")));
  }

  private static long units(double mm) {
    return Math.round(mm * UNITS_PER_MM);
  }

  /** Writes the page so far as a content stream packed for the filter FlateDecode. */
  void writeDeflated(OutputStream out) throws IOException {
    double scale = 1 / (UNITS_PER_MM * TextBlock.MM_PER_POINT);
    Deflater deflater = new Deflater(DEFLATE_LEVEL);
    try {
      DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater, BUFFER);
      packed.write(latin1(String.format(Locale.ROOT, "q %.8f 0 0 %.8f 0 0 cm\n", scale, scale)));
      path.writeTo(packed);
      packed.write(latin1("f\nQ\nBT\n" + text + "ET\n"));
      packed.finish();
    } finally {
      deflater.end();
    }
  }

  private static byte[] latin1(String operators) {
    return operators.getBytes(StandardCharsets.ISO_8859_1);
  }
}
