package io.zhenma.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A file of the lake, by what it is of.
 *
 * @param day in UTC
 * @param part 1 but for scans that came after the day's rows had left the database
 */
record LakePart(long brandId, LocalDate day, int part) {
  /** The day's first moment. */
  LocalDateTime from() {
    return day.atStartOfDay();
  }

  /** The next day's first moment. */
  LocalDateTime to() {
    return day.plusDays(1).atStartOfDay();
  }

  /** When the day ended. */
  Instant end() {
    return to().toInstant(ZoneOffset.UTC);
  }

  @Override
  public String toString() {
    return "brand " + brandId + ", " + day + (part == 1 ? "" : ", part " + part);
  }
}
