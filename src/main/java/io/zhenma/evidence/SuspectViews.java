package io.zhenma.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suspect items in the API. */
final class SuspectViews {
  private SuspectViews() {}

  /**
   * A part of the list.
   *
   * @param next what to send as {@code before} for what follows; null at the end
   */
  record Slice(List<SuspectView> items, @Nullable String next) {}

  /**
   * An item whose code looks copied, or about which an operator decided.
   *
   * @param code serial number of its inner code, or the code that an earlier system printed
   * @param state OPEN, COPY_CONFIRMED, CLEARED or VOIDED
   * @param since when it became suspect, last
   * @param score 0 to 100
   * @param ruledAt when an operator decided, last
   */
  record SuspectView(
      String gtin,
      String productName,
      String code,
      int batchNumber,
      int itemNumber,
      String state,
      @Nullable Instant since,
      int score,
      List<String> reasons,
      int scans,
      int sessions,
      int devices,
      @Nullable Instant firstVerifiedAt,
      String firstVerifiedPlace,
      @Nullable Instant ruledAt) {
    @JsonIgnore
    String cursor() {
      Instant from = since == null ? Instant.EPOCH : since;
      return new SuspectCursor(from, batchNumber, itemNumber).toString();
    }
  }
}
