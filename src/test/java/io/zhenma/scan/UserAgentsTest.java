package io.zhenma.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.device.UserAgent;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Headers that do harm beside honest ones, on the real table. */
@QuarkusTest
@Tag("database")
class UserAgentsTest {
  @Inject UserAgents agents;
  @Inject UserAgentQueue queue;
  @Inject UserAgentRetention retention;
  @Inject AgroalDataSource database;

  private final String mark = UUID.randomUUID().toString().substring(0, 6).replaceAll("\\d", "x");

  private UserAgent honest() {
    return new UserAgent(
        "Mozilla/5.0 (Linux; Android 14; V2324A Build/" + mark + ") AppleWebKit/537.36 Mobile");
  }

  @Test
  void headersThatOverflowTheGrammarKeepNobodyWaiting() throws Exception {
    List<UserAgent> hostile =
        Stream.of("((a@b.c ".repeat(64), "x… " + "@a.b ".repeat(90), "a/".repeat(250))
            .map(text -> new UserAgent(mark + " " + text))
            .toList();
    add(hostile);
    add(List.of(honest()));

    agents.readAll();

    assertThat(column("brand", honest())).isEqualTo("vivo");
    assertThat(column("extent", honest())).isEqualTo("WHOLE");
    for (UserAgent agent : hostile) {
      assertThat(column("extent", agent)).isEqualTo("BEGINNING");
    }
  }

  @Test
  void aHeaderThatEndsTheProcessThreeTimesIsPutAsideUntilSomebodyAsks() throws Exception {
    UserAgent deadly = honest();
    add(List.of(deadly));
    change("attempts = 3, tried_at = UTC_TIMESTAMP(3) - INTERVAL 2 MINUTE", deadly);

    agents.readAll();

    assertThat(column("extent", deadly)).isEqualTo("CRASH");
    assertThat(queue.parked()).isPositive();
    assertThat(queue.retryParked()).isPositive();
    agents.readAll();
    assertThat(column("extent", deadly)).isEqualTo("WHOLE");
  }

  @Test
  void aHeaderThatIsBeingTriedElsewhereIsNotTriedAgainAtOnce() throws Exception {
    UserAgent tried = honest();
    add(List.of(tried));
    change("attempts = 1, tried_at = UTC_TIMESTAMP(3)", tried);
    agents.readAll();
    assertThat(column("extent", tried)).isNull();

    change("tried_at = UTC_TIMESTAMP(3) - INTERVAL 2 MINUTE", tried);
    agents.readAll();
    assertThat(column("extent", tried)).isEqualTo("WHOLE");
  }

  @Test
  void ofManyNewHeadersOnlySoManyGetARow() {
    KnownUserAgents known = new KnownUserAgents();
    List<UserAgent> many =
        IntStream.range(0, 1_000).mapToObj(i -> new UserAgent(mark + " many " + i)).toList();
    List<UserAgent> written = known.toWrite(many.stream());
    assertThat(written.size()).isBetween(300, 400);
    known.wrote(written);
    assertThat(known.toWrite(written.stream())).isEmpty();
  }

  @Test
  void aHeaderLeavesAfterTheScansThatMetIt() throws Exception {
    UserAgent old = honest();
    add(List.of(old));
    change("seen_on = UTC_DATE() - INTERVAL 100 DAY", old);
    retention.forget(java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(101));
    assertThat(column("header", old)).isEqualTo(old.text());
    retention.forget(java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(99));
    assertThat(column("COUNT(*)", old)).isEqualTo("0");
  }

  private void add(List<UserAgent> some) throws SQLException {
    try (Connection connection = database.getConnection()) {
      UserAgentRows.add(connection, some);
    }
  }

  private void change(String set, UserAgent agent) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.update(connection, "UPDATE user_agent SET " + set + " WHERE id = ?", List.of(agent.id()));
    }
  }

  private String column(String column, UserAgent agent) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
              connection,
              "SELECT " + column + " FROM user_agent WHERE id = ?",
              List.of(agent.id()),
              row -> row.getString(1))
          .get(0);
    }
  }
}
