package io.zhenma.gs1;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An expiration date (AI 17) as six digits, YYMMDD. Day 00 stands for the last day of the month.
 *
 * <p>Source: GS1 General Specifications, section 3.4.6 (AI 17).
 *
 * @param digits six digits that are a day of the calendar in some century
 */
public record ExpiryDate(String digits) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{2}(0[1-9]|1[0-2])[0-9]{2}");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  /** A leap year, as is every other fourth of the years that GS1's two digits may mean. */
  private static final int CENTURY = 2000;

  public ExpiryDate {
    if (!SHAPE.matcher(digits).matches() || day(digits) > lastDay(digits)) {
      throw new Gs1Exception(Gs1Error.EXPIRY_SHAPE, "an expiry date is YYMMDD");
    }
  }

  public static ExpiryDate of(LocalDate lastDay) {
    return new ExpiryDate(lastDay.format(FORMAT));
  }

  /** Whether it stands for this day, in whatever century. */
  public boolean isOf(LocalDate lastDay) {
    return equals(of(lastDay))
        || (digits.endsWith("00")
            && lastDay.getDayOfMonth() == lastDay.lengthOfMonth()
            && of(lastDay).digits.startsWith(digits.substring(0, 4)));
  }

  private static int day(String digits) {
    return Integer.parseInt(digits.substring(4));
  }

  private static int lastDay(String digits) {
    int year = CENTURY + Integer.parseInt(digits.substring(0, 2));
    return YearMonth.of(year, Integer.parseInt(digits.substring(2, 4))).lengthOfMonth();
  }

  @Override
  public String toString() {
    return digits;
  }
}
