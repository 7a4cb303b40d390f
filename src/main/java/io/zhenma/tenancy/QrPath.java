package io.zhenma.tenancy;

import io.zhenma.label.ErrorCorrection;
import io.zhenma.label.MaskChoice;
import io.zhenma.label.QrSymbol;

/**
 * A QR code as a page can draw it without asking for a picture, whose address or cache would know
 * the secret.
 *
 * @param size side in modules, with the quiet zone
 * @param path the dark modules as an SVG path, in modules
 */
record QrPath(int size, String path) {
  static QrPath of(String text) {
    QrSymbol symbol = QrSymbol.of(text, ErrorCorrection.M, MaskChoice.STANDARD);
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < symbol.size(); row++) {
      int column = 0;
      while (column < symbol.size()) {
        int from = column;
        while (column < symbol.size() && symbol.isDark(column, row)) {
          column++;
        }
        if (column > from) {
          run(path, from, row, column - from);
        }
        column++;
      }
    }
    return new QrPath(symbol.size() + 2 * QrSymbol.QUIET_ZONE, path.toString());
  }

  private static void run(StringBuilder path, int column, int row, int length) {
    path.append('M')
        .append(column + QrSymbol.QUIET_ZONE)
        .append(' ')
        .append(row + QrSymbol.QUIET_ZONE)
        .append('h')
        .append(length)
        .append("v1h-")
        .append(length)
        .append('z');
  }

  @Override
  public String toString() {
    return "QrPath[hidden]";
  }
}
