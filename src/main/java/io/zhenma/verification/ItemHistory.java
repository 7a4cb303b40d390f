package io.zhenma.verification;

import io.zhenma.place.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is remembered of an item for the next verdict.
 *
 * @param scans of either code by people, whatever the verdict
 * @param sessions looks at the inner code: several scans of one device in a row are one
 * @param sightings who looked at the inner code
 * @param first the look that was first
 * @param evidence what speaks for a copy, since the last time that the brand cleared the item
 * @param suspectSince since when the code counts as copied
 * @param ruling what the brand's operator decided last
 */
public record ItemHistory(
    int scans,
    int sessions,
    Sightings sightings,
    Optional<FirstCheck> first,
    Evidence evidence,
    Optional<Instant> suspectSince,
    Optional<Ruling> ruling) {
  /** An item nobody has scanned. */
  public static final ItemHistory NONE =
      new ItemHistory(
          0,
          0,
          Sightings.NONE,
          Optional.empty(),
          Evidence.NONE,
          Optional.empty(),
          Optional.empty());

  /** Distinct devices that looked at the inner code. */
  public int devices() {
    return sightings.devices();
  }

  public boolean isSuspect() {
    return suspectSince.isPresent();
  }

  /**
   * After an operator's decision. A confirmed copy is evidence of its own; what a cleared item had
   * against it is forgotten, its first check is not.
   */
  public ItemHistory ruled(Ruling decided) {
    Optional<Ruling> now = Optional.of(decided);
    return switch (decided.kind()) {
      case COPY_CONFIRMED ->
          new ItemHistory(
              scans,
              sessions,
              sightings,
              first,
              evidence.with(List.of(Finding.of(Reason.CONFIRMED_COPY, Evidence.MOST_POINTS))),
              suspectSince.or(() -> Optional.of(decided.at())),
              now);
      case CLEARED ->
          new ItemHistory(
              scans, sessions, Sightings.NONE, first, Evidence.NONE, Optional.empty(), now);
      case VOIDED ->
          new ItemHistory(scans, sessions, sightings, first, evidence, suspectSince, now);
    };
  }

  boolean isRuled(Ruling.Kind kind) {
    return ruling.filter(last -> last.kind() == kind).isPresent();
  }

  ItemHistory withScan() {
    return new ItemHistory(scans + 1, sessions, sightings, first, evidence, suspectSince, ruling);
  }

  ItemHistory withLook(Sightings seen, boolean continues) {
    return new ItemHistory(
        scans, continues ? sessions : sessions + 1, seen, first, evidence, suspectSince, ruling);
  }

  ItemHistory withFirst(Circumstances now) {
    Place place = now.place();
    FirstCheck check =
        new FirstCheck(now.at(), now.scanId(), place.country(), place.province(), place.city());
    return new ItemHistory(
        scans, sessions, sightings, Optional.of(check), evidence, suspectSince, ruling);
  }

  ItemHistory withEvidence(Evidence found) {
    return new ItemHistory(scans, sessions, sightings, first, found, suspectSince, ruling);
  }

  ItemHistory suspectFrom(Instant at) {
    return isSuspect()
        ? this
        : new ItemHistory(scans, sessions, sightings, first, evidence, Optional.of(at), ruling);
  }

  /** When and roughly where an item was checked for the first time. */
  public record FirstCheck(Instant at, UUID scanId, String country, String province, String city) {}
}
