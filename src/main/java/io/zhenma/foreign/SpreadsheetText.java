package io.zhenma.foreign;

import io.zhenma.gs1.Width;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Traces of spreadsheets in codes. They show long numbers as powers of ten, which loses digits,
 * make dates and times of what looks like them, put signs between the digits of a number, and
 * people keep leading zeros by tricks that then stand in the file. None of these was printed.
 */
final class SpreadsheetText {
  private static final String TIME = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AP]M)?";

  /** Days with separators that are one, and names of months as spreadsheets cut and write them. */
  private static final String DATE =
      String.join(
              "|",
              "Y[-/.]M[-/.]D",
              "D/D(?:/(?:Y|[0-9]{2}))?",
              "D[.]M[.]Y",
              "(?:Y\u5E74)?M\u6708(?:D\u65E5)?",
              "(?:D[-/ ])?N[-/ ](?:Y|[0-9]{2})",
              "D[-/ ]N")
          .replace("Y", "(?:19|20)[0-9]{2}")
          .replace("M", "(?:0?[1-9]|1[0-2])")
          .replace("D", "(?:0?[1-9]|[12][0-9]|3[01])")
          .replace(
              "N", "(?:Jan|Feb|Mar|M\u00E4r|Apr|May|Mai|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez)");

  /** In the order in which they are looked for. */
  private static final Map<LineFault, Pattern> TRACES = new EnumMap<>(LineFault.class);

  static {
    TRACES.put(
        LineFault.SPREADSHEET_POWER,
        Pattern.compile(
            "[+-]?[0-9]+(?:[.,][0-9]+)?[eE] ?[+-][0-9]{1,3}"
                + "|[+-]?[0-9]+[.,][0-9]+[eE][0-9]{1,3}"));
    TRACES.put(
        LineFault.SPREADSHEET_NUMBER,
        Pattern.compile(
            "[0-9]*[.,]0{1,2}|[0-9]+[.,]"
                + "|[0-9]{1,3}(?:[,'\u2019][0-9]{3})+(?:[.]0{1,2})?"
                + "|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}|[0-9]+%"
                + "|[$\u00A3\u00A5\u20AC] ?[0-9]+(?:[.,][0-9]+)*"));
    TRACES.put(
        LineFault.SPREADSHEET_TEXT,
        Pattern.compile(
            "=\\s*(?:[\"'].*|[0-9+*/.,() -]+|\\$?[A-Z]{1,3}\\$?[0-9]+)|['\u2018\u2019].*",
            Pattern.DOTALL));
    TRACES.put(
        LineFault.SPREADSHEET_ERROR,
        Pattern.compile("#\u00A1?[\\p{Lu}0-9_/]{2,20}[!?]|#N/A|#NV|#GETTING_DATA|##+"));
    TRACES.put(
        LineFault.SPREADSHEET_DATE, Pattern.compile("(?:" + DATE + ")(?: " + TIME + ")?|" + TIME));
    TRACES.put(
        LineFault.SPREADSHEET_WORD,
        Pattern.compile(
            "true|false|wahr|falsch|vrai|faux|\u771F|\u5047|\\(?null\\)?|nil|none|nan|n/a"
                + "|undefined|[-\u2013\u2014?]+",
            Pattern.CASE_INSENSITIVE));
  }

  private SpreadsheetText() {}

  /**
   * @throws ForeignCodeException when a spreadsheet changed the text
   */
  static void refuse(String text) {
    refuse(text, TRACES.keySet());
  }

  /**
   * Of a lot, which may well be a date or have decimals.
   *
   * @throws ForeignCodeException as above
   */
  static void refuseAsLot(String text) {
    refuse(text, Set.of(LineFault.SPREADSHEET_POWER, LineFault.SPREADSHEET_TEXT));
  }

  private static void refuse(String text, Set<LineFault> faults) {
    String narrow = Width.narrow(text);
    TRACES.forEach(
        (fault, trace) -> {
          if (faults.contains(fault) && trace.matcher(narrow).matches()) {
            throw new ForeignCodeException(fault);
          }
        });
  }
}
