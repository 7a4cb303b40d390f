package io.zhenma.scan;

import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.tenancy.BrandView;
import io.zhenma.traffic.Asker;
import io.zhenma.verification.Outcome;
import java.util.Optional;
import java.util.UUID;

/**
 * A scan that this request's device made a short time ago.
 *
 * @param brand whose item it is, or whose it claims to be
 * @param gtin what the code says of the product
 * @param item empty when the code is unknown
 * @param outcome slug of what it was answered with
 * @param device its fingerprint with that brand
 * @param asker the same device and its address, for limits
 */
public record OwnScan(
    UUID scanId,
    ScannedCode code,
    BrandView brand,
    Optional<String> gtin,
    Optional<CodeContent> item,
    String outcome,
    Fingerprint device,
    Asker asker) {
  /** The outcome of a code that nobody issued. */
  public static final String UNKNOWN = Outcome.UNKNOWN.slug();
}
