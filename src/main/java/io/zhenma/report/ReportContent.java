package io.zhenma.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a finished report says of itself.
 *
 * @param thresholds JSON object
 * @param since the brand's day of the oldest scan in it; null where it rests on all there ever were
 */
record ReportContent(long rows, String thresholds, @Nullable LocalDate since) {}
