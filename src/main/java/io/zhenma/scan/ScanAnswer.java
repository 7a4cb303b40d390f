package io.zhenma.scan;

import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Origin;
import io.zhenma.tenancy.BrandView;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Verdict;
import java.util.Optional;
import java.util.UUID;

/**
 * What is told about a scan.
 *
 * @param item whose it is; empty when the code is unknown
 */
public record ScanAnswer(UUID scanId, Verdict verdict, Optional<Item> item) {
  /** A known item: brand, batch (with its product), history including this scan, link's origin. */
  public record Item(BrandView brand, BatchView batch, ItemHistory history, Origin origin) {}

  static ScanAnswer unknown(UUID scanId, Reason reason) {
    return new ScanAnswer(scanId, Verdict.of(Outcome.UNKNOWN, reason), Optional.empty());
  }
}
