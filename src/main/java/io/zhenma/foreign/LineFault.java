package io.zhenma.foreign;

import io.zhenma.gs1.Gs1Error;
import java.util.Locale;

/** Why a line of an import is refused. The slug is part of the API. */
enum LineFault {
  /** No code in the line. */
  EMPTY,
  /** Longer than an address or a serial number may be. */
  TOO_LONG,
  /** Control, formatting or half characters, which nobody can see or type. */
  UNREADABLE,
  /** Shown as a power of ten by a spreadsheet, which lost digits. */
  SPREADSHEET_POWER,
  /** Written as a number by a spreadsheet: with separators or decimals. */
  SPREADSHEET_NUMBER,
  /** A formula, such as {@code =""}, or behind an apostrophe: so people keep zeros. */
  SPREADSHEET_TEXT,
  /** What a spreadsheet shows in place of a value. */
  SPREADSHEET_ERROR,
  /** Taken for a date or a time by a spreadsheet. */
  SPREADSHEET_DATE,
  /** A word for true, false or no value. */
  SPREADSHEET_WORD,
  /** An address without a usable host or port. */
  ADDRESS,
  /** An address that is not http or https. */
  SCHEME,
  /** Quotes that RFC 4180 does not allow. */
  QUOTING,
  /** More or fewer fields than the first line has. */
  COLUMNS,
  GTIN_LENGTH,
  GTIN_CHARACTER,
  GTIN_CHECK_DIGIT,
  /** Neither the line nor the import names a product. */
  NO_PRODUCT,
  /** A GTIN that is no product of the brand. */
  UNKNOWN_PRODUCT,
  /** Neither the line nor the import names a lot, or the name is not one. */
  LOT,
  /** No date, or none that goods can have. */
  EXPIRY,
  /** An earlier line has the same code. */
  DUPLICATE_IN_FILE,
  /** An earlier import of the brand has the same code. */
  DUPLICATE_EARLIER;

  static LineFault of(Gs1Error error) {
    return switch (error) {
      case GTIN_LENGTH -> GTIN_LENGTH;
      case GTIN_CHARACTER -> GTIN_CHARACTER;
      default -> GTIN_CHECK_DIGIT;
    };
  }

  /** Such as {@code duplicate-in-file}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
