package io.zhenma.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param at when; of a refusal the first of its hour
 * @param lastAt when a refusal came last
 * @param times how often it was refused within the hour; 1 for deeds
 * @param userId who, or null for the platform itself and for nobody
 * @param person their name
 * @param action stable slug
 * @param subject what it was done to, such as {@code batch:17}
 * @param network of a refusal, the block of addresses that it came from, or ""
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditView(
    long id,
    Instant at,
    @Nullable Instant lastAt,
    int times,
    @Nullable Long userId,
    @Nullable String person,
    String action,
    String subject,
    String detail,
    String network,
    boolean refused) {

  @JsonIgnore
  AuditCursor cursor() {
    return new AuditCursor(at, id);
  }

  /**
   * A part of the log, newest first.
   *
   * @param next what to send as {@code before} for what follows; null at the end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Slice(List<AuditView> items, @Nullable String next) {}

  /** Somebody whose entries can be looked for. */
  record Somebody(long id, String name) {}
}
