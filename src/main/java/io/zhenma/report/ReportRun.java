package io.zhenma.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A snapshot of a report, or one in the making. */
@Entity
@Table(name = "report_run")
class ReportRun {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  ReportKind kind;

  @Column(name = "as_of")
  LocalDate asOf;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  ReportState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "made_by", length = 12)
  ReportTrigger trigger;

  @Column(name = "schedule_key")
  @Nullable String scheduleKey;

  @Column int progress;

  @Column(name = "row_count")
  long rowCount;

  /** Whether programs' scans count too. */
  @Column boolean automated;

  @Column String thresholds;

  @Column @Nullable LocalDate since;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "finished_at")
  @Nullable Instant finishedAt;

  /**
   * JSON. Version 0.1 wrote its numbers in the digits of the machine's locale, such as Arabic ones;
   * snapshots are never written again, so these are read as what they mean.
   */
  String thresholds() {
    StringBuilder json = new StringBuilder(thresholds.length());
    thresholds
        .codePoints()
        .map(sign -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
        .forEach(json::appendCodePoint);
    return json.toString();
  }

  ReportRunView view() {
    return new ReportRunView(
        id,
        kind,
        asOf,
        state,
        trigger,
        progress,
        startedAt,
        finishedAt,
        rowCount,
        since,
        automated);
  }
}
