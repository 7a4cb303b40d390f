package io.zhenma.foreign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last good day as lists write it: 2027-03-31, 2027/3/31, 2027.3.31 or 20270331. */
final class ExpiryText {
  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{2})([0-9]{2}))");
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final int MOST_YEARS_AHEAD = 100;

  private ExpiryText() {}

  /** The day, or empty when the text is none that goods can have. */
  static Optional<LocalDate> parse(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return Optional.empty();
    }
    boolean separated = day.group(2) != null;
    try {
      return Optional.of(
              LocalDate.of(
                  Integer.parseInt(day.group(1)),
                  Integer.parseInt(day.group(separated ? 2 : 4)),
                  Integer.parseInt(day.group(separated ? 3 : 5))))
          .filter(ExpiryText::isPossible);
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static boolean isPossible(LocalDate day) {
    LocalDate latest = LocalDate.now(ZoneOffset.UTC).plusYears(MOST_YEARS_AHEAD);
    return !day.isBefore(EARLIEST) && !day.isAfter(latest);
  }
}
