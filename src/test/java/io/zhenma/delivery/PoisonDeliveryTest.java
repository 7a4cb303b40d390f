package io.zhenma.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A delivery that nobody can read, first in line. */
@QuarkusTest
@Tag("database")
class PoisonDeliveryTest {
  @Inject TestBrand brands;
  @Inject AgroalDataSource database;
  @Inject Retention retention;

  @Test
  void theNextOneIsMadeAndTheUnreadableOneHasFailed() throws Exception {
    DeliveryScene scene = DeliveryScene.of(brands);
    int batch = scene.batch(10);
    int unreadable = scene.ready(batch, Map.of("format", "CSV"));
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          "UPDATE delivery SET state = 'QUEUED', format = 'PAPYRUS', expires_at = NULL"
              + " WHERE id = ?",
          List.of(unreadable));

      scene.ready(batch, Map.of("format", "CSV"));

      assertThat(
              Sql.list(
                  connection,
                  "SELECT state FROM delivery WHERE id = ?",
                  List.of(unreadable),
                  row -> row.getString(1)))
          .containsExactly("FAILED");
      Sql.update(connection, "DELETE FROM delivery WHERE id = ?", List.of(unreadable));
    }
  }

  @Test
  void theFilesOfOthersGoInTheirTimeBesideOneThatNobodyCanRead() throws Exception {
    DeliveryScene scene = DeliveryScene.of(brands);
    int batch = scene.batch(10);
    int unreadable = scene.ready(batch, Map.of("format", "CSV"));
    int other = scene.ready(batch, Map.of("format", "CSV"));
    double before = Metrics.counter("zhenma.job.failures", "job", "delivery-retention").count();
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          "UPDATE delivery SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR,"
              + " format = CASE WHEN id = ? THEN 'PAPYRUS' ELSE format END WHERE id IN (?, ?)",
          List.of(unreadable, unreadable, other));
      retention.expireDue();
      Sql.update(connection, "DELETE FROM delivery WHERE id = ?", List.of(unreadable));
    }
    assertThat(scene.state(other)).isEqualTo("EXPIRED");
    assertThat(Metrics.counter("zhenma.job.failures", "job", "delivery-retention").count())
        .isGreaterThan(before);
  }
}
