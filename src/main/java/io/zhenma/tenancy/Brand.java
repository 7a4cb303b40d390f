package io.zhenma.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A tenant. */
@Entity
@Table(name = "brand")
class Brand {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(unique = true)
  String slug;

  @Column String name;

  @Column(name = "time_zone")
  String timeZone;

  @Column(name = "created_at")
  Instant createdAt;

  /** Whether it may register GTINs of whatever prefix that is nobody else's. */
  @Column(name = "any_gtin")
  boolean anyGtin;

  /** Of whom a second factor is demanded. */
  @Enumerated(EnumType.STRING)
  @Column(name = "second_factor", length = 20)
  SecondFactorDemand secondFactor = SecondFactorDemand.NOBODY;

  BrandView view() {
    return new BrandView(id, slug, name, timeZone, createdAt);
  }
}
