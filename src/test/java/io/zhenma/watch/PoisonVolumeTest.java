package io.zhenma.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counts of a brand that is not there, before those of one that is. */
@QuarkusTest
@Tag("database")
class PoisonVolumeTest {
  private static final long NOBODY = -7;

  @Inject UnusualVolume volume;
  @Inject AgroalDataSource database;

  @Test
  void aBrandThatFailsIsLeftOutAndCounted() throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    count(NOBODY, now);
    double before = Metrics.counter("zhenma.job.failures", "job", "unusual-volume").count();
    try {
      volume.look(now);
    } finally {
      change("DELETE FROM hourly_scans WHERE brand_id = ?", NOBODY);
    }
    assertThat(Metrics.counter("zhenma.job.failures", "job", "unusual-volume").count())
        .isGreaterThan(before);
  }

  private void count(long brandId, Instant hour) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          "INSERT INTO hourly_scans (brand_id, product_id, hour, scans) VALUES (?, 0, ?, 1000000)",
          List.of(brandId, hour));
    }
  }

  private void change(String sql, long brandId) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.update(connection, sql, List.of(brandId));
    }
  }
}
