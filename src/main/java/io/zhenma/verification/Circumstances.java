package io.zhenma.verification;

import io.zhenma.place.Place;
import java.time.Instant;
import java.util.UUID;

/**
 * When, with what and where a scan was made.
 *
 * @param at the server's time, UTC
 * @param device the first 64 bits of the device's fingerprint
 * @param look {@link #RETURNING} for a device that proved who it is; else a hash of its network and
 *     User-Agent: devices that remember nothing look new every time, and one of them is not a crowd
 */
public record Circumstances(UUID scanId, Instant at, long device, int look, Place place) {
  /** The device came back with what it was given. */
  public static final int RETURNING = 0;
}
