package io.zhenma.delivery;

import io.zhenma.label.LabelFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a delivery's files are. */
public enum FileFormat {
  /** Rows of item, kind, serial and link (RFC 4180), below a row that names them. */
  CSV("csv", "text/csv; charset=UTF-8", null),
  /** A JSON object a line, with the same fields. */
  NDJSON("ndjson", "application/x-ndjson", null),
  /** Sheets of labels. */
  PDF("pdf", "application/pdf", LabelFormat.PDF),
  /** A picture of vectors for each label. */
  SVG_ZIP("svg.zip", "application/zip", LabelFormat.SVG_ZIP),
  /** A picture of dots for each label. */
  PNG_ZIP("png.zip", "application/zip", LabelFormat.PNG_ZIP),
  /** A job for a thermal printer. */
  ZPL("zpl", "x-application/zpl", LabelFormat.ZPL);

  private final String ending;
  private final String mediaType;
  private final @Nullable LabelFormat labels;

  FileFormat(String ending, String mediaType, @Nullable LabelFormat labels) {
    this.ending = ending;
    this.mediaType = mediaType;
    this.labels = labels;
  }

  String ending() {
    return ending;
  }

  String mediaType() {
    return mediaType;
  }

  /** How its labels are written; empty for text without labels. */
  Optional<LabelFormat> labels() {
    return Optional.ofNullable(labels);
  }

  /** How many lines a file of so many codes has; 0 where lines mean nothing. */
  long lines(long codes) {
    return switch (this) {
      case CSV -> codes + 1;
      case NDJSON -> codes;
      case PDF, SVG_ZIP, PNG_ZIP, ZPL -> 0;
    };
  }

  /** Items in one of its files, when each item has {@code kinds} codes. */
  int itemsAFile(DeliveryConfig config, int kinds) {
    return switch (this) {
      case CSV, NDJSON -> config.textItems();
      case PDF, ZPL -> Math.max(1, config.sheetLabels() / kinds);
      case SVG_ZIP, PNG_ZIP -> Math.max(1, config.zipCodes() / kinds);
    };
  }
}
