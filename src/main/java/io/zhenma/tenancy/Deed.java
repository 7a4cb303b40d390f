package io.zhenma.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written into the audit log just now, by the transaction that goes on: rooms to
 * the right observe it, so that what they make of it holds exactly when the deed does.
 *
 * @param brandId whose log it belongs to, or null for the platform's
 * @param userId who did it, or null for the platform itself
 */
public record Deed(
    @Nullable Long brandId, @Nullable Long userId, String action, String subject, Instant at) {}
