package io.zhenma.verification;

import io.zhenma.place.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is remembered of an item for the next verdict.
 *
 * @param scans of either code, whatever the verdict
 * @param sessions looks at the inner code while on sale: several scans of one device in a row are
 *     one
 * @param first the look that was first
 * @param last the latest look that told where it was made
 * @param suspicion since when and why the code counts as copied
 */
public record ItemHistory(
    int scans,
    int sessions,
    Sightings sightings,
    Optional<FirstCheck> first,
    Optional<LastLook> last,
    Optional<Suspicion> suspicion) {
  /** An item nobody has scanned. */
  public static final ItemHistory NONE =
      new ItemHistory(0, 0, Sightings.NONE, Optional.empty(), Optional.empty(), Optional.empty());

  /** Distinct devices that looked at the inner code. */
  public int devices() {
    return sightings.devices();
  }

  ItemHistory withScan() {
    return new ItemHistory(scans + 1, sessions, sightings, first, last, suspicion);
  }

  ItemHistory withLook(Circumstances now, Policy policy) {
    boolean same = sightings.continues(now, policy.sessionGap().toSeconds());
    return new ItemHistory(
        scans,
        same ? sessions : sessions + 1,
        sightings.with(now),
        first,
        now.place().position().isPresent()
            ? Optional.of(new LastLook(now.at(), now.device(), now.place()))
            : last,
        suspicion);
  }

  ItemHistory withFirst(Circumstances now) {
    Place place = now.place();
    FirstCheck check =
        new FirstCheck(now.at(), now.scanId(), place.country(), place.province(), place.city());
    return new ItemHistory(scans, sessions, sightings, Optional.of(check), last, suspicion);
  }

  ItemHistory withSuspicion(Instant since, List<Reason> reasons) {
    return new ItemHistory(
        scans, sessions, sightings, first, last, Optional.of(new Suspicion(since, reasons)));
  }

  /** When and roughly where an item was checked for the first time. */
  public record FirstCheck(Instant at, UUID scanId, String country, String province, String city) {}

  /** Where a device was when it looked; the place has a position. */
  public record LastLook(Instant at, long device, Place place) {}

  /** The code counts as copied. */
  public record Suspicion(Instant since, List<Reason> reasons) {}
}
