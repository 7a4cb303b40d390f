package io.zhenma.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in the API.
 *
 * @param reference as it was told to the consumer
 * @param code below the host, as it was scanned; it leads to the item
 * @param outcome what the scan was answered with
 * @param boughtAt shop or platform, or ""
 * @param contact left out of lists, and when none was given
 * @param consentedAt when the contact was given
 * @param photo where the photo is fetched, when there is one
 * @param note of the brand's people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComplaintView(
    String reference,
    ComplaintState state,
    Instant createdAt,
    String code,
    @Nullable String gtin,
    @Nullable Integer batch,
    @Nullable Integer item,
    String outcome,
    String boughtAt,
    String message,
    boolean hasContact,
    @Nullable String contact,
    @Nullable Instant consentedAt,
    @Nullable String photo,
    String note,
    Instant changedAt) {
  static ComplaintView of(Complaint row, @Nullable String contact) {
    String reference = Reference.shown(row.id.reference());
    return new ComplaintView(
        reference,
        row.state,
        row.createdAt,
        row.code,
        row.gtin,
        row.batch,
        row.item,
        row.outcome,
        row.boughtAt,
        row.message,
        row.contact != null,
        contact,
        row.consentedAt,
        row.hasPhoto ? "/api/v1/complaints/" + reference + "/photo" : null,
        row.note,
        row.changedAt);
  }
}
