package io.zhenma.report;

/**
 * What a finished report says of itself.
 *
 * @param thresholds JSON object
 */
record ReportContent(long rows, String thresholds) {}
