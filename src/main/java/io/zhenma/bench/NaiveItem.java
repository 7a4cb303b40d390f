package io.zhenma.bench;

import io.zhenma.place.Place;
import io.zhenma.place.Position;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.ItemHistory.FirstCheck;
import io.zhenma.verification.ItemHistory.LastLook;
import io.zhenma.verification.ItemHistory.Suspicion;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Sightings;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An item's history as an entity, in the table of the real ones, for brands of benchmarks only. */
@Entity
@Table(name = "item_history")
class NaiveItem {
  @EmbeddedId @Column Id id;
  @Column int scans;
  @Column int sessions;
  @Column byte[] sightings;

  @Column(name = "first_verified_at")
  @Nullable Instant firstAt;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "first_scan_id")
  @Nullable UUID firstScan;

  @Column(name = "first_country")
  String firstCountry;

  @Column(name = "first_province")
  String firstProvince;

  @Column(name = "first_city")
  String firstCity;

  @Column(name = "last_latitude")
  @Nullable Double lastLatitude;

  @Column(name = "last_longitude")
  @Nullable Double lastLongitude;

  @Column(name = "last_uncertainty")
  @Nullable Double lastUncertainty;

  @Column(name = "last_device")
  @Nullable Long lastDevice;

  @Column(name = "last_look_at")
  @Nullable Instant lastAt;

  @Column(name = "suspect_since")
  @Nullable Instant suspectSince;

  @Column(name = "suspect_reasons")
  String suspectReasons;

  /** An item of a brand. */
  @Embeddable
  record Id(
      @Column(name = "brand_id") long brandId,
      @Column(name = "batch_number") int batch,
      @Column(name = "item_number") int item)
      implements Serializable {}

  ItemHistory history() {
    Optional<FirstCheck> first =
        firstAt == null || firstScan == null
            ? Optional.empty()
            : Optional.of(
                new FirstCheck(firstAt, firstScan, firstCountry, firstProvince, firstCity));
    return new ItemHistory(scans, sessions, Sightings.of(sightings), first, last(), suspicion());
  }

  private Optional<LastLook> last() {
    if (lastAt == null
        || lastDevice == null
        || lastLatitude == null
        || lastLongitude == null
        || lastUncertainty == null) {
      return Optional.empty();
    }
    Position at = new Position(lastLatitude, lastLongitude);
    return Optional.of(new LastLook(lastAt, lastDevice, Place.around(at, lastUncertainty)));
  }

  private Optional<Suspicion> suspicion() {
    if (suspectSince == null) {
      return Optional.empty();
    }
    List<Reason> reasons = Arrays.stream(suspectReasons.split(",")).map(Reason::valueOf).toList();
    return Optional.of(new Suspicion(suspectSince, reasons));
  }

  void become(ItemHistory history) {
    scans = history.scans();
    sessions = history.sessions();
    sightings = history.sightings().bytes();
    FirstCheck first = history.first().orElse(null);
    firstAt = first == null ? null : first.at();
    firstScan = first == null ? null : first.scanId();
    firstCountry = first == null ? "" : first.country();
    firstProvince = first == null ? "" : first.province();
    firstCity = first == null ? "" : first.city();
    LastLook last = history.last().orElse(null);
    Position position = last == null ? null : last.place().position().orElseThrow();
    lastAt = last == null ? null : last.at();
    lastDevice = last == null ? null : last.device();
    lastLatitude = position == null ? null : position.latitude();
    lastLongitude = position == null ? null : position.longitude();
    lastUncertainty = last == null ? null : last.place().uncertaintyMetres();
    Suspicion suspicion = history.suspicion().orElse(null);
    suspectSince = suspicion == null ? null : suspicion.since();
    suspectReasons = suspicion == null ? "" : text(suspicion.reasons());
  }

  static String text(List<Reason> reasons) {
    return reasons.stream().map(Reason::name).collect(Collectors.joining(","));
  }
}
