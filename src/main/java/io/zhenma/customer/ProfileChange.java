package io.zhenma.customer;

import io.zhenma.scan.ScanEvent;
import io.zhenma.verification.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some scans of one customer add to the profile.
 *
 * @param latest the latest of them; where and with what it was made is the profile's present state
 * @param purchases items that this customer was the first to verify: the nearest thing to a
 *     purchase that a scan tells
 * @param spentFen list prices of those items
 */
record ProfileChange(
    Instant firstSeen,
    Instant lastSeen,
    int scans,
    int purchases,
    long spentFen,
    @Nullable Instant lastPurchaseAt,
    ScanEvent latest) {
  /**
   * Sums up a customer's events, at least one; a refinement changes the place and counts nothing.
   */
  static ProfileChange of(List<ScanEvent> events) {
    Instant first = events.get(0).at();
    ScanEvent latest = events.get(0);
    Instant lastPurchase = null;
    int scans = 0;
    int purchases = 0;
    long spent = 0;
    for (ScanEvent event : events) {
      first = event.at().isBefore(first) ? event.at() : first;
      latest = event.at().isBefore(latest.at()) ? latest : event;
      if (!event.refined()) {
        scans++;
        if (event.outcome() == Outcome.GENUINE_FIRST) {
          purchases++;
          spent += event.listPriceFen();
          lastPurchase =
              lastPurchase == null || event.at().isAfter(lastPurchase) ? event.at() : lastPurchase;
        }
      }
    }
    return new ProfileChange(first, latest.at(), scans, purchases, spent, lastPurchase, latest);
  }
}
