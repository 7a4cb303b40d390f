package io.zhenma.verification;

import io.zhenma.place.Place;
import java.time.Instant;
import java.util.UUID;

/**
 * When, with what and where a person looked.
 *
 * @param at the server's time, UTC
 * @param device the first 64 bits of the device's fingerprint
 * @param returning whether the device proved who it is; else its fingerprint is new whoever it is,
 *     and nobody is told apart by it: phones that keep no cookies look new every time
 * @param network a hash of the network that the address lies in; 0 when it is not known
 * @param agent a hash of what the browser says of the phone, the network of the moment left out
 * @param connection what the phone itself said of how it was connected
 */
public record Circumstances(
    UUID scanId,
    Instant at,
    long device,
    boolean returning,
    int network,
    int agent,
    Connection connection,
    Place place) {}
