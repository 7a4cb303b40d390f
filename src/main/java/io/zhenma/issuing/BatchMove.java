package io.zhenma.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A batch went from one state to another: who, when, why. */
@Entity
@Table(name = "batch_move")
class BatchMove {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Column(name = "batch_number")
  int batchNumber;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state", length = 20)
  BatchState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state", length = 20)
  BatchState to;

  @Column String reason;

  @Column(name = "user_id")
  long userId;

  @Column Instant at;
}
