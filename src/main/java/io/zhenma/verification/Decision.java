package io.zhenma.verification;

/**
 * A verdict and what the item's history is from now on.
 *
 * @param after to be stored in the same transaction as the scan
 */
public record Decision(Verdict verdict, ItemHistory after) {}
