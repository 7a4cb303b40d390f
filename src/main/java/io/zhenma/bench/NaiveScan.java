package io.zhenma.bench;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A scan as an entity, in the table of the real ones, for brands of benchmarks only. */
@Entity
@Table(name = "scan")
class NaiveScan extends PanacheEntityBase {
  @EmbeddedId @Column Id id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "scan_id")
  UUID scanId;

  @Column(name = "scanned_at")
  Instant at;

  @Column(name = "product_id")
  long productId;

  @Column(name = "list_price_fen")
  long listPriceFen;

  @Column(name = "batch_number")
  int batch;

  @Column(name = "item_number")
  int item;

  @Column String kind;
  @Column String outcome;
  @Column String reasons;
  @Column int score;

  @Column(name = "policy_version")
  int policyVersion;

  @Column byte[] device;

  @Column(name = "user_agent_id")
  long userAgentId;

  @Column String language;
  @Column String network;
  @Column String carrier;
  @Column String country;
  @Column String province;
  @Column String city;

  @Column(name = "place_source")
  String placeSource;

  @Column double uncertainty;

  Verdict verdict() {
    return new Verdict(Outcome.valueOf(outcome), NaiveItem.reasons(reasons), score, List.of());
  }

  /** Where the row stands; nobody follows this lane. */
  @Embeddable
  record Id(
      @Column(name = "brand_id") long brandId,
      @Column(name = "lane") int lane,
      @Column(name = "seq") long seq)
      implements Serializable {}
}
