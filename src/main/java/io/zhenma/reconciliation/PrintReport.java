package io.zhenma.reconciliation;

import java.time.Instant;

/**
 * A report that was taken, in the API.
 *
 * @param reference the printing house's own name of it
 * @param printed items that it named as printed
 * @param reprinted those of them that had a label already
 * @param spoiled labels that it named as destroyed
 * @param by who sent it
 */
record PrintReport(
    String reference, long printed, long reprinted, long spoiled, String by, Instant at) {}
