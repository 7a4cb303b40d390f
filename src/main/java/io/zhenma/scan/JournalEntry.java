package io.zhenma.scan;

import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.device.UserAgent;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Circumstances;
import io.zhenma.verification.CodeFacts;
import io.zhenma.verification.Policy;
import java.util.UUID;

/**
 * A scan on its way into the journal: all that verdict and row need, nothing left to look up.
 *
 * @param code what the rules are told of it
 * @param network the client's address, cut
 * @param consented whether the place comes from coordinates the person allowed
 * @param visitor who looked; what is automated changes nothing of the item
 */
record JournalEntry(
    long brandId,
    long productId,
    long listPriceFen,
    CodeContent content,
    CodeFacts code,
    Policy policy,
    Circumstances circumstances,
    Fingerprint device,
    UserAgent userAgent,
    String language,
    String network,
    boolean consented,
    VisitorKind visitor) {
  UUID scanId() {
    return circumstances.scanId();
  }

  ItemKey item() {
    return new ItemKey(content.batch(), content.item());
  }

  /** An item within its brand; the order is the one in which rows are locked everywhere. */
  record ItemKey(int batch, int item) implements Comparable<ItemKey> {
    @Override
    public int compareTo(ItemKey other) {
      int byBatch = Integer.compare(batch, other.batch);
      return byBatch != 0 ? byBatch : Integer.compare(item, other.item);
    }
  }
}
