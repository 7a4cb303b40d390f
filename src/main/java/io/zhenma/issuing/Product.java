package io.zhenma.issuing;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a brand sells, or sold, under one GTIN. */
@Entity
@Table(name = "product")
class Product {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Column(columnDefinition = "char(14)")
  String gtin;

  /** Null once another brand has the GTIN: its codes stay valid, and no more are issued. */
  @Column(name = "holds_gtin")
  @Nullable Boolean holdsGtin = true;

  @Column String name;
  @Column String category;

  @Column(name = "list_price_fen")
  long listPriceFen;

  @Column(name = "shelf_life_days")
  @Nullable Integer shelfLifeDays;

  /** The name of its picture among the brand's pictures. */
  @Column @Nullable String picture;

  @Column(name = "created_at")
  Instant createdAt;

  @Version @Column int version;

  /** Last good day of what was made on a day, or null when it does not expire. */
  @Nullable LocalDate lastDay(LocalDate producedOn) {
    return shelfLifeDays == null ? null : producedOn.plusDays(shelfLifeDays);
  }

  /**
   * @throws ProblemException conflict when another brand has the GTIN
   */
  void requireGtin() {
    if (holdsGtin == null) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "gtin", "gtin-given-away");
    }
  }

  /** What every label of it tells, for the brand that gets its GTIN. */
  Product copyFor(long otherBrandId) {
    Product copy = new Product();
    copy.brandId = otherBrandId;
    copy.gtin = gtin;
    copy.name = name;
    copy.category = category;
    copy.shelfLifeDays = shelfLifeDays;
    copy.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return copy;
  }

  ProductView view() {
    return new ProductView(
        id, brandId, gtin, name, category, listPriceFen, shelfLifeDays, picture, createdAt);
  }
}
