package io.zhenma.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** When people scan: more from month to month, on free days, at festivals, and in the evening. */
final class Rhythm {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final double[] WORKDAY =
      Dice.cumulative(
          3, 2, 1, 1, 1, 2, 6, 14, 18, 20, 24, 30, 44, 34, 24, 22, 24, 30, 42, 58, 66, 58, 36, 12);
  private static final double[] FREE_DAY =
      Dice.cumulative(
          6, 4, 2, 1, 1, 1, 4, 10, 20, 34, 46, 48, 44, 38, 40, 44, 46, 44, 46, 56, 62, 54, 36, 16);

  /** First days of the Spring Festival. */
  private static final Set<LocalDate> NEW_YEARS =
      Set.of(
          LocalDate.of(2024, 2, 10),
          LocalDate.of(2025, 1, 29),
          LocalDate.of(2026, 2, 17),
          LocalDate.of(2027, 2, 6),
          LocalDate.of(2028, 1, 26),
          LocalDate.of(2029, 2, 13),
          LocalDate.of(2030, 2, 3));

  private static final int PRESENTS_DAYS = 14;

  private final Instant end;
  private final LocalDate first;
  private final int days;
  private final double[] cumulativeDays;

  Rhythm(Instant end, int days) {
    this.end = end;
    this.days = days;
    this.first = end.atZone(ZONE).toLocalDate().minusDays(days - 1L);
    double[] weights = new double[days];
    for (int day = 0; day < days; day++) {
      weights[day] = weight(first.plusDays(day), day);
    }
    weights[days - 1] *= Math.max(0.01, shareBeforeEnd());
    this.cumulativeDays = Dice.cumulative(weights);
  }

  int days() {
    return days;
  }

  Instant end() {
    return end;
  }

  LocalDate date(double share) {
    return first.plusDays(Math.round(share * days));
  }

  /** Midnight at which the day begins. */
  Instant startOf(int day) {
    return first.plusDays(day).atStartOfDay(ZONE).toInstant();
  }

  int dayOf(Instant at) {
    return (int) (at.atZone(ZONE).toLocalDate().toEpochDay() - first.toEpochDay());
  }

  /** The share of the period's scans that has been made when this day is over. */
  double shareUntil(int day) {
    return cumulativeDays[day] / cumulativeDays[days - 1];
  }

  private double weight(LocalDate date, int day) {
    double growth = 1 + 0.8 * day / days;
    double week =
        switch (date.getDayOfWeek()) {
          case SATURDAY, SUNDAY -> 1.3;
          case FRIDAY -> 1.1;
          default -> 1.0;
        };
    return growth * week * festival(date);
  }

  private static double festival(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    if (NEW_YEARS.stream()
        .anyMatch(start -> date.isBefore(start) && date.isAfter(start.minusDays(PRESENTS_DAYS)))) {
      return 1.9;
    }
    if (within(day, 11, 9, 14)) {
      return 2.6;
    }
    if (within(day, 6, 16, 21)) {
      return 2.1;
    }
    boolean smaller =
        within(day, 10, 1, 7)
            || within(day, 5, 1, 5)
            || within(day, 5, 19, 21)
            || within(day, 3, 6, 9)
            || within(day, 12, 11, 13);
    return smaller ? 1.5 : 1.0;
  }

  private static boolean within(MonthDay day, int month, int from, int to) {
    return day.getMonthValue() == month && day.getDayOfMonth() >= from && day.getDayOfMonth() <= to;
  }

  /** A time of that day, on the last day before the end. */
  Instant timeOn(int day, Dice dice) {
    LocalDate date = first.plusDays(day);
    double[] hours = hours(date);
    for (int attempt = 0; attempt < 30; attempt++) {
      long millis = dice.pick(hours) * 3_600_000L + dice.below(3_600_000);
      Instant at = startOf(day).plusMillis(millis);
      if (at.isBefore(end)) {
        return at;
      }
    }
    long left = Math.max(1, end.toEpochMilli() - startOf(day).toEpochMilli());
    return startOf(day).plusMillis(dice.below(left));
  }

  private static double[] hours(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? FREE_DAY : WORKDAY;
  }

  private double shareBeforeEnd() {
    ZonedDateTime local = end.atZone(ZONE);
    double[] hours = hours(local.toLocalDate());
    int hour = local.getHour();
    double before = hour == 0 ? 0 : hours[hour - 1];
    double within = (hours[hour] - before) * local.getMinute() / 60.0;
    return (before + within) / hours[hours.length - 1];
  }
}
