package io.zhenma.tenancy;

import io.zhenma.problem.FieldRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose entries of the audit log are looked for, and which of them.
 *
 * @param brandId the brand, or null for the platform's own
 * @param zone in which the days begin
 * @param from first day
 * @param until last day
 */
record AuditQuery(
    @Nullable Long brandId,
    ZoneId zone,
    Optional<Long> person,
    Optional<String> action,
    Optional<String> subject,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<Boolean> refused) {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
  private static final int LONGEST_ACTION = 40;
  private static final int LONGEST_SUBJECT = 120;

  AuditQuery {
    action.ifPresent(text -> FieldRule.plainText("action", text, LONGEST_ACTION));
    subject.ifPresent(text -> FieldRule.plainText("subject", text, LONGEST_SUBJECT));
    from.ifPresent(day -> FieldRule.between("from", day, FIRST, LAST));
    until.ifPresent(day -> FieldRule.between("until", day, FIRST, LAST));
  }

  /** The condition of a SELECT, and its values in order. */
  record Where(String sql, List<Object> values) {}

  Where where(Optional<AuditCursor> before) {
    StringBuilder sql = new StringBuilder();
    List<Object> values = new ArrayList<>();
    if (brandId == null) {
      sql.append("a.brand_id IS NULL");
    } else {
      sql.append("a.brand_id = ?");
      values.add(brandId);
    }
    and(sql, values, " AND a.user_id = ?", person);
    and(sql, values, " AND a.action = ?", action);
    and(sql, values, " AND a.subject = ?", subject);
    and(sql, values, " AND a.refused = ?", refused);
    and(sql, values, " AND a.at >= ?", from.map(this::start));
    and(sql, values, " AND a.at < ?", until.map(day -> start(day.plusDays(1))));
    before.ifPresent(
        end -> {
          sql.append(" AND a.at <= ? AND (a.at < ? OR a.id < ?)");
          values.addAll(List.of(end.at(), end.at(), end.id()));
        });
    return new Where(sql.toString(), values);
  }

  /** What is asked for, for people and for the entry that an export leaves. */
  String text() {
    List<String> parts = new ArrayList<>();
    from.ifPresent(day -> parts.add("from " + day));
    until.ifPresent(day -> parts.add("until " + day));
    person.ifPresent(id -> parts.add("person " + id));
    action.ifPresent(name -> parts.add("action " + name));
    subject.ifPresent(name -> parts.add("subject " + name));
    refused.ifPresent(only -> parts.add(only ? "refusals" : "deeds"));
    return String.join(", ", parts);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static void and(
      StringBuilder sql, List<Object> values, String condition, Optional<?> value) {
    value.ifPresent(
        known -> {
          sql.append(condition);
          values.add(known);
        });
  }
}
