package io.zhenma.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenma.issuing.BatchView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scans and verdicts in the API. */
final class ScanViews {
  private ScanViews() {}

  /**
   * The answer to a posted scan; headline and explanation in the reader's language.
   *
   * @param complaint the form in which the person tells the brand, below the host; null when the
   *     code names nobody here
   */
  record VerdictView(
      UUID scanId,
      String outcome,
      List<String> reasons,
      String headline,
      String explanation,
      @Nullable String origin,
      @Nullable ProductSummary product,
      @Nullable BrandSummary brand,
      @Nullable BatchSummary batch,
      @Nullable FirstVerified firstVerified,
      @Nullable RulingView ruling,
      @Nullable String complaint) {}

  /**
   * What the brand's operator decided about the item.
   *
   * @param kind COPY_CONFIRMED, CLEARED or VOIDED
   * @param text in the reader's language; null when the explanation says it
   */
  record RulingView(String kind, Instant at, @Nullable String text) {}

  record BrandSummary(String name) {}

  record ProductSummary(String gtin, String name, String category) {}

  record BatchSummary(String lot, LocalDate producedOn, @Nullable LocalDate expiresOn) {
    static BatchSummary of(BatchView batch) {
      return new BatchSummary(batch.lot(), batch.producedOn(), batch.expiresOn());
    }
  }

  record FirstVerified(Instant at, String place) {}

  /**
   * A recorded scan, for the brand's people.
   *
   * @param visitor who looked, such as {@code person} or {@code preview}
   */
  record ScanView(
      UUID scanId,
      Instant at,
      String gtin,
      String productName,
      String serial,
      String kind,
      String outcome,
      List<String> reasons,
      PlaceView place,
      @Nullable DeviceView device,
      String customerId,
      String visitor) {}

  record PlaceView(
      String country,
      String provinceCode,
      String province,
      String cityCode,
      String city,
      String carrier,
      String source) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DeviceView(
      String deviceClass,
      String brand,
      String model,
      String os,
      String browser,
      String hostApp,
      String networkType) {}

  /**
   * What happened to one item.
   *
   * @param state the item's own, which may differ from its batch's
   */
  record ItemView(
      String gtin,
      String productName,
      String serial,
      String kind,
      int batchNumber,
      int itemNumber,
      String batchState,
      String state,
      int scans,
      int sessions,
      int devices,
      @Nullable Instant firstVerifiedAt,
      @Nullable String firstVerifiedPlace,
      boolean suspect,
      List<ScanView> recentScans) {}
}
