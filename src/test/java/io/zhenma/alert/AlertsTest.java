package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.alert.Raised.Change;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.Brands;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
class AlertsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Inject Alerts alerts;
  @Inject Brands brands;
  @Inject AgroalDataSource database;
  private long brandId;

  @BeforeEach
  void aBrand() {
    brandId = brands.create("alert-" + UUID.randomUUID().toString().substring(0, 8), "Alert").id();
  }

  @Test
  void theSameTroubleIsOneAlertThatCounts() throws SQLException {
    Raised first = guessing(Severity.WARNING, 10, NOON);
    Raised second = guessing(Severity.WARNING, 25, NOON.plusSeconds(60));

    assertThat(first.change()).isEqualTo(Change.OPENED);
    assertThat(second).isEqualTo(new Raised(first.id(), Change.JOINED));
    assertThat(rows())
        .containsExactly(
            new Row(
                first.id(),
                "OPEN",
                "WARNING",
                2,
                NOON,
                NOON.plusSeconds(60),
                Map.of("attempts", 25)));
  }

  @Test
  void whatComesLateChangesNeitherFactsNorLastSeen() throws SQLException {
    guessing(Severity.WARNING, 25, NOON);
    guessing(Severity.WARNING, 10, NOON.minusSeconds(60));

    assertThat(rows().get(0).facts()).isEqualTo(Map.of("attempts", 25));
    assertThat(rows().get(0).firstSeen()).isEqualTo(NOON.minusSeconds(60));
    assertThat(rows().get(0).lastSeen()).isEqualTo(NOON);
  }

  @Test
  void moreSevereTroubleOpensWhatSomebodyLooksAfter() throws SQLException {
    Raised first = guessing(Severity.WARNING, 10, NOON);
    execute("UPDATE alert SET state = 'ACKNOWLEDGED' WHERE id = " + first.id());

    assertThat(guessing(Severity.WARNING, 11, NOON).change()).isEqualTo(Change.JOINED);
    assertThat(rows().get(0).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(guessing(Severity.CRITICAL, 900, NOON).change()).isEqualTo(Change.ESCALATED);
    assertThat(rows().get(0).state()).isEqualTo("OPEN");
    assertThat(guessing(Severity.WARNING, 901, NOON).change()).isEqualTo(Change.JOINED);
    assertThat(rows().get(0).severity()).isEqualTo("CRITICAL");
  }

  @Test
  void afterItWasResolvedTheSameTroubleIsAnotherAlert() throws SQLException {
    Raised first = guessing(Severity.WARNING, 10, NOON);
    execute("UPDATE alert SET state = 'RESOLVED', closed = id WHERE id = " + first.id());

    Raised second = guessing(Severity.WARNING, 10, NOON);

    assertThat(second.change()).isEqualTo(Change.OPENED);
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void whatOnlyCountsOpensNothing() throws SQLException {
    Occurrence again =
        Occurrence.once(
            AlertKind.COPIED_CODE, AlertSubject.item(1, 2), Severity.WARNING, Facts.NONE, NOON);
    try (Connection connection = database.getConnection()) {
      assertThat(alerts.again(connection, brandId, again)).isFalse();
      alerts.raise(connection, brandId, again);
      assertThat(alerts.again(connection, brandId, again)).isTrue();
    }
    assertThat(rows()).extracting(Row::occurrences).containsExactly(2L);
  }

  @Test
  void manyAtOnceOpenOneAndLoseNone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Raised>> raised = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        AlertSubject subject = AlertSubject.batch(1 + i % 4);
        raised.add(
            threads.submit(
                () -> alerts.raise(brandId, AlertKind.COPIED_CODE, subject, Facts.NONE, NOON)));
      }
      int opened = 0;
      for (Future<Raised> one : raised) {
        opened += one.get().change() == Change.OPENED ? 1 : 0;
      }
      assertThat(opened).isEqualTo(4);
    } finally {
      threads.shutdown();
    }
    assertThat(rows()).extracting(Row::occurrences).containsExactly(50L, 50L, 50L, 50L);
  }

  @Test
  void aFactHoldsNoAddressAndNoName() {
    assertThatThrownBy(() -> Facts.of(Fact.GTIN, "203.0.113.7"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Facts.of(Fact.NETWORKS, List.of("张三")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Facts.of(Fact.SCANS, "many"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AlertSubject("someone@example.com"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allFactsAtOnceFitIntoTheirColumn() {
    Facts facts = Facts.NONE;
    List<String> codes = java.util.Collections.nCopies(20, "x".repeat(40));
    for (Fact fact : Fact.values()) {
      facts =
          switch (fact) {
            case GTIN -> facts.and(fact, "x".repeat(40));
            case REASONS, PROVINCES, COUNTRIES, NETWORKS -> facts.and(fact, codes);
            case HOUR, SINCE -> facts.and(fact, NOON);
            default -> facts.and(fact, Long.MAX_VALUE);
          };
    }
    assertThat(facts.json()).hasSizeLessThan(3_500);
  }

  private Raised guessing(Severity severity, int attempts, Instant at) {
    return alerts.raise(
        brandId,
        Occurrence.once(
            AlertKind.GUESSING,
            AlertSubject.brand(),
            severity,
            Facts.of(Fact.ATTEMPTS, attempts),
            at));
  }

  private record Row(
      long id,
      String state,
      String severity,
      long occurrences,
      Instant firstSeen,
      Instant lastSeen,
      Map<String, Object> facts) {}

  private List<Row> rows() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
          connection,
          "SELECT * FROM alert WHERE brand_id = ? ORDER BY id",
          List.of(brandId),
          row ->
              new Row(
                  row.getLong("id"),
                  row.getString("state"),
                  row.getString("severity"),
                  row.getLong("occurrences"),
                  Sql.instant(row, "first_seen"),
                  Sql.instant(row, "last_seen"),
                  Facts.read(row.getString("facts"))));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.update(connection, sql, List.of());
    }
  }
}
