package io.zhenma.bench;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code as an entity, in the table that {@link CodeRows} makes and drops. */
@Entity
@Table(name = "bench_code")
class NaiveCode {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  @Nullable Long id;

  @Column(name = "brand_id")
  long brandId;

  @Column(name = "batch_number")
  int batch;

  @Column(name = "item_number")
  int item;

  @Column String kind;
  @Column String serial;

  @Column(name = "created_at")
  Instant createdAt;
}
