package io.zhenma.simulation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A simulation on a brand, so that it can go on, or be made again, with the same end. */
@Entity
@Table(name = "simulation_run")
class SimulationRun {
  @EmbeddedId @Column Id id;
  @Column long seed;
  @Column long scans;
  @Column long customers;
  @Column int days;
  @Column double copied;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "finished_at")
  @Nullable Instant finishedAt;

  /** A brand has one run of the same parameters. */
  @Embeddable
  record Id(
      @Column(name = "brand_id") long brandId,
      @Column(name = "run_key", columnDefinition = "char(8)") String runKey)
      implements Serializable {}
}
