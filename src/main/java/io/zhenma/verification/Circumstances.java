package io.zhenma.verification;

import io.zhenma.place.Place;
import java.time.Instant;
import java.util.UUID;

/**
 * When, with what and where a scan was made.
 *
 * @param at the server's time, UTC
 * @param device the first 64 bits of the device's fingerprint
 */
public record Circumstances(UUID scanId, Instant at, long device, Place place) {}
