package io.zhenma.issuing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a batch's links carry beside GTIN and serial number.
 *
 * @param lot the lot, AI 10
 * @param expiry the last day, AI 17; only of batches that expire
 */
public record LinkParts(boolean lot, boolean expiry) {
  public static final LinkParts NONE = new LinkParts(false, false);

  /** As a client names them: what is left out is not wanted. */
  @JsonCreator
  static LinkParts wanted(
      @JsonProperty("lot") @Nullable Boolean lot,
      @JsonProperty("expiry") @Nullable Boolean expiry) {
    return new LinkParts(Boolean.TRUE.equals(lot), Boolean.TRUE.equals(expiry));
  }
}
