package io.zhenma.delivery;

/** What a delivery's files are. */
public enum FileFormat {
  /** Rows of item, kind, serial and link (RFC 4180), below a row that names them. */
  CSV("csv", "text/csv; charset=UTF-8"),
  /** A JSON object a line, with the same fields. */
  NDJSON("ndjson", "application/x-ndjson"),
  /** Sheets of labels. */
  PDF("pdf", "application/pdf");

  private final String ending;
  private final String mediaType;

  FileFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  String ending() {
    return ending;
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether it shows labels, laid out by a template. */
  boolean isLabels() {
    return this == PDF;
  }

  /** How many lines a file of so many codes has; 0 where lines mean nothing. */
  long lines(long codes) {
    return switch (this) {
      case CSV -> codes + 1;
      case NDJSON -> codes;
      case PDF -> 0;
    };
  }

  /** Items in one of its files, when each item has {@code kinds} codes. */
  int itemsAFile(DeliveryConfig config, int kinds) {
    return switch (this) {
      case CSV, NDJSON -> config.textItems();
      case PDF -> Math.max(1, config.sheetLabels() / kinds);
    };
  }
}
