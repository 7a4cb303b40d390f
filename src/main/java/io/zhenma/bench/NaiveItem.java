package io.zhenma.bench;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.zhenma.verification.Evidence;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.ItemHistory.FirstCheck;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Ruling;
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
class NaiveItem extends PanacheEntityBase {
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

  @Column(name = "suspect_since")
  @Nullable Instant suspectSince;

  @Column String findings;
  @Column String ruling;

  @Column(name = "ruled_at")
  @Nullable Instant ruledAt;

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
    return new ItemHistory(
        scans,
        sessions,
        Sightings.of(sightings),
        first,
        Evidence.parse(findings),
        Optional.ofNullable(suspectSince),
        Optional.ofNullable(ruledAt).map(at -> new Ruling(Ruling.Kind.valueOf(ruling), at)));
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
    suspectSince = history.suspectSince().orElse(null);
    findings = history.evidence().text();
    Ruling last = history.ruling().orElse(null);
    ruling = last == null ? "" : last.kind().name();
    ruledAt = last == null ? null : last.at();
  }

  static List<Reason> reasons(String text) {
    return Arrays.stream(text.split(",")).map(Reason::valueOf).toList();
  }

  static String text(List<Reason> reasons) {
    return reasons.stream().map(Reason::name).collect(Collectors.joining(","));
  }
}
