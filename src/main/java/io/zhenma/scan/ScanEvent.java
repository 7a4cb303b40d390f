package io.zhenma.scan;

import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A scan as the journal tells it to those who follow.
 *
 * @param refined whether this tells of a position that came after the scan had been told already
 * @param listPriceFen the product's list price at the time of the scan
 * @param batch its number
 * @param item the item's number in the batch
 * @param visitor who looked
 * @param score how much spoke for a copy, 0 to 100
 * @param country ISO 3166-1 alpha-2, or empty
 * @param province GB/T 2260, or empty
 * @param city GB/T 2260, or empty
 */
public record ScanEvent(
    boolean refined,
    UUID scanId,
    Instant at,
    long productId,
    long listPriceFen,
    int batch,
    int item,
    CodeKind kind,
    VisitorKind visitor,
    Outcome outcome,
    List<Reason> reasons,
    int score,
    Fingerprint device,
    long userAgentId,
    String carrier,
    String country,
    String province,
    String city) {}
