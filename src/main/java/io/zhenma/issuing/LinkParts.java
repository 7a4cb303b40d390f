package io.zhenma.issuing;

/**
 * What a batch's links carry beside GTIN and serial number.
 *
 * @param lot the lot, AI 10
 * @param expiry the last day, AI 17; only of batches that expire
 */
public record LinkParts(boolean lot, boolean expiry) {
  public static final LinkParts NONE = new LinkParts(false, false);
}
