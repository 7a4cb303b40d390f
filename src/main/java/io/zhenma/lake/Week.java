package io.zhenma.lake;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A week (ISO 8601: from Monday, in UTC), or its partition of the table scan.
 *
 * @param name the partition's
 * @param end the first day that is not in it any more
 */
record Week(String name, LocalDate end) {
  /** The week that this day is in. */
  static Week of(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Week("w" + monday.format(DateTimeFormatter.BASIC_ISO_DATE), monday.plusWeeks(1));
  }

  Week next() {
    return of(end);
  }

  /** As a part of a statement that makes partitions. */
  String definition() {
    return String.format(Locale.ROOT, "PARTITION %s VALUES LESS THAN ('%s 00:00:00')", name, end);
  }
}
