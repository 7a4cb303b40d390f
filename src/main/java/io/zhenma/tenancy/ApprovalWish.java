package io.zhenma.tenancy;

/**
 * What somebody wants to be approved.
 *
 * @param subject what it is about, such as {@code key:3}; of one kind and subject one is pending
 * @param summary for people: names, reasons, fingerprints
 * @param payload what {@link ApprovedDeed} does it with; nothing secret
 */
public record ApprovalWish(ApprovalKind kind, String subject, String summary, String payload) {}
