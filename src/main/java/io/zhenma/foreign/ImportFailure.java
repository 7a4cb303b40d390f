package io.zhenma.foreign;

import java.util.Locale;

/** Why an import ends without taking anything. The slug is part of the API. */
enum ImportFailure {
  /** The file is not UTF-8; the detail names what it looks like. */
  ENCODING,
  /** The file is not UTF-8, nor anything else that is known here. */
  ENCODING_UNKNOWN,
  /** A quote opens and does not close within reason. */
  UNCLOSED_QUOTE,
  /** The first line names no column "code". */
  NO_CODE_COLUMN,
  /** A column is named twice. */
  COLUMN_TWICE,
  /** Columns are separated by something other than a comma. */
  SEPARATOR,
  /** Nothing after the first line. */
  NO_ROWS,
  TOO_MANY_ROWS,
  /** More products, lots and expiry dates than an import may have. */
  TOO_MANY_GROUPS,
  /** What the file was to become could not be made, for the reason in the detail. */
  BATCH_REFUSED,
  /** The process that worked on it ended. */
  LOST,
  /** Our fault; nothing was taken. */
  INTERNAL;

  /** Such as {@code too-many-rows}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
