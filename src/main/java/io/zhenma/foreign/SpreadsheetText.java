package io.zhenma.foreign;

import java.util.regex.Pattern;

/**
 * Traces of spreadsheets in codes. They show long numbers as powers of ten, which loses digits, and
 * people keep leading zeros by tricks that then stand in the file. None of these was printed.
 */
final class SpreadsheetText {
  private static final Pattern POWER_OF_TEN =
      Pattern.compile(
          "[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-][0-9]{1,3}|[+-]?[0-9]+[.,][0-9]+[eE][0-9]{1,3}");

  /** {@code 6901234567892.0}, {@code 6,901,234}. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{5,}[.,]0{1,2}|[0-9]{1,3}(?:,[0-9]{3})+(?:[.]0{1,2})?");

  private static final Pattern FORMULA = Pattern.compile("=\\s*\"[^\"]*\"|=\\s*'[^']*'");
  private static final Pattern APOSTROPHE =
      Pattern.compile("['\u2018\u2019\uFF07].*", Pattern.DOTALL);
  private static final Pattern ERROR =
      Pattern.compile("#(?:N/A|REF!|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|#+)");

  private SpreadsheetText() {}

  /**
   * @throws ForeignCodeException when a spreadsheet changed the text
   */
  static void refuse(String text) {
    if (POWER_OF_TEN.matcher(text).matches()) {
      throw new ForeignCodeException(LineFault.SPREADSHEET_POWER);
    }
    if (NUMBER.matcher(text).matches()) {
      throw new ForeignCodeException(LineFault.SPREADSHEET_NUMBER);
    }
    if (FORMULA.matcher(text).matches() || APOSTROPHE.matcher(text).matches()) {
      throw new ForeignCodeException(LineFault.SPREADSHEET_TEXT);
    }
    if (ERROR.matcher(text).matches()) {
      throw new ForeignCodeException(LineFault.SPREADSHEET_ERROR);
    }
  }
}
