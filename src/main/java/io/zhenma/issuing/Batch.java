package io.zhenma.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Some number of items made together: one row, whatever the number. */
@Entity
@Table(name = "batch")
class Batch {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Column int number;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "product_id")
  Product product;

  @Column long quantity;
  @Column String lot;

  @Column(name = "produced_on")
  LocalDate producedOn;

  @Column(name = "expires_on")
  @Nullable LocalDate expiresOn;

  @Column(name = "key_id")
  int keyId;

  @Column(name = "link_base")
  String linkBase;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  CodeProfile profile;

  @Column(name = "link_lot")
  boolean linkLot;

  @Column(name = "link_expiry")
  boolean linkExpiry;

  /** See {@link Territory}. */
  @Column(name = "sold_in")
  String soldIn = "";

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  BatchState state;

  /** Ranges of items in another state; counted by whoever changes them, see {@link BatchRows}. */
  @Column(insertable = false, updatable = false)
  int exceptions;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  long createdBy;

  @Version @Column int version;

  BatchView view() {
    return new BatchView(
        brandId,
        number,
        product.view(),
        quantity,
        lot,
        producedOn,
        expiresOn,
        keyId,
        linkBase,
        profile,
        new LinkParts(linkLot, linkExpiry),
        Territory.of(soldIn),
        state,
        exceptions,
        createdAt,
        createdBy);
  }
}
