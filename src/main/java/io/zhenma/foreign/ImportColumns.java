package io.zhenma.foreign;

import java.util.List;
import java.util.Locale;

/**
 * Where in a record what stands, from the file's first line. Other columns are passed over.
 *
 * @param width fields that every record must have
 * @param code column of the code
 * @param gtin column of the GTIN, or -1
 * @param lot column of the lot, or -1
 * @param expiry column of the last good day, or -1
 */
record ImportColumns(int width, int code, int gtin, int lot, int expiry) {
  private static final int LONGEST_SHOWN = 100;

  /**
   * @throws ImportException when the line names no column {@code code}, or one twice
   */
  static ImportColumns of(CsvRecord first) throws ImportException {
    List<String> names =
        first.fields().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (!names.contains("code")) {
      String all = String.join(",", first.fields());
      boolean other = names.size() == 1 && all.matches("(?s).*[;\\t|].*");
      throw new ImportException(
          other ? ImportFailure.SEPARATOR : ImportFailure.NO_CODE_COLUMN,
          first.line(),
          Shown.of(all, LONGEST_SHOWN));
    }
    return new ImportColumns(
        names.size(),
        column(first, names, "code"),
        column(first, names, "gtin"),
        column(first, names, "lot"),
        column(first, names, "expiry"));
  }

  private static int column(CsvRecord first, List<String> names, String name)
      throws ImportException {
    int column = names.indexOf(name);
    if (column != names.lastIndexOf(name)) {
      throw new ImportException(ImportFailure.COLUMN_TWICE, first.line(), name);
    }
    return column;
  }

  /** A record's field, or "" when the file has no such column. */
  static String field(CsvRecord record, int column) {
    return column < 0 ? "" : record.field(column);
  }
}
