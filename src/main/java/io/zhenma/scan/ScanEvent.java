package io.zhenma.scan;

import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Outcome;
import java.time.Instant;
import java.util.UUID;

/**
 * A scan as the journal tells it to those who follow.
 *
 * @param refined whether this tells of a position that came after the scan had been told already
 * @param listPriceFen the product's list price at the time of the scan
 * @param country ISO 3166-1 alpha-2, or empty
 * @param province GB/T 2260, or empty
 * @param city GB/T 2260, or empty
 * @param visitor who looked; what is automated counts only where it is asked for
 */
public record ScanEvent(
    boolean refined,
    UUID scanId,
    Instant at,
    long productId,
    long listPriceFen,
    CodeKind kind,
    Outcome outcome,
    Fingerprint device,
    long userAgentId,
    String carrier,
    String country,
    String province,
    String city,
    VisitorKind visitor) {}
