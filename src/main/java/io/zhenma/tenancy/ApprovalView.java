package io.zhenma.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for, as the API shows it.
 *
 * @param subject what it is about, such as {@code key:3}
 * @param summary names, reasons, fingerprints
 * @param dueAt when it is done without a second person, where the brand has none
 * @param expiresAt when it lapses
 * @param note why it was rejected or failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalView(
    long id,
    ApprovalKind kind,
    String subject,
    String summary,
    ApprovalState state,
    long requestedById,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant dueAt,
    Instant expiresAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    String note) {

  /**
   * A part of the list, newest first.
   *
   * @param next what to send as {@code before} for what follows; null at the end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Slice(List<ApprovalView> items, @Nullable Long next) {}
}
