package io.zhenma.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as its readers see it.
 *
 * @param asOf the brand's day on which it was made
 * @param progress 0 to 100
 * @param rows customers (RFM) or regions (REGION) in it
 * @param since the brand's day of the oldest scan in it: older ones may have left the database;
 *     null where it rests on all scans there ever were
 * @param automated whether scans by programs count in it too
 */
record ReportRunView(
    long id,
    ReportKind kind,
    LocalDate asOf,
    ReportState state,
    ReportTrigger trigger,
    int progress,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long rows,
    @Nullable LocalDate since,
    boolean automated) {}
