package io.zhenma.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.Fingerprinter;
import io.zhenma.crypto.SecretKey256;
import io.zhenma.device.UserAgent;
import io.zhenma.place.Place;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.Brands;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.verification.Circumstances;
import io.zhenma.verification.CodeFacts;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Standing;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The promises of the journal, with writers that share nothing but the database, as those of two
 * replicas do.
 */
@QuarkusTest
@Tag("database")
class JournalTest {
  private static final Fingerprinter FINGERPRINTS = new Fingerprinter(SecretKey256.random());
  private static final JournalConfig CONFIG =
      new JournalConfig() {
        @Override
        public Duration gather() {
          return Duration.ofMillis(1);
        }

        @Override
        public int writers() {
          return 1;
        }

        @Override
        public int waiting() {
          return 100_000;
        }

        @Override
        public int group() {
          return 100;
        }
      };

  @Inject AgroalDataSource database;
  @Inject JournalFollower follower;

  @Inject Brands brands;

  private long brandId;

  @BeforeEach
  void aBrand() {
    brandId =
        brands.create("journal-" + UUID.randomUUID().toString().substring(0, 8), "Journal").id();
  }

  @Test
  void ofManyWritersExactlyOneSeesTheFirstLookOfEachItem() throws Exception {
    int items = 500;
    List<JournalWriter> writers = writers(4);
    Map<Integer, List<CompletableFuture<Recorded>>> answers = new ConcurrentHashMap<>();
    for (int round = 0; round < 8; round++) {
      for (int item = 0; item < items; item++) {
        CompletableFuture<Recorded> answer = new CompletableFuture<>();
        answers.computeIfAbsent(item, key -> new ArrayList<>()).add(answer);
        writers
            .get((item + round) % writers.size())
            .submit(new Waiting(entry(item, UUID.randomUUID()), answer));
      }
    }
    for (List<CompletableFuture<Recorded>> ofItem : answers.values()) {
      long firsts = 0;
      for (CompletableFuture<Recorded> answer : ofItem) {
        Recorded recorded = answer.get(60, TimeUnit.SECONDS);
        firsts += recorded.verdict().outcome() == Outcome.GENUINE_FIRST ? 1 : 0;
      }
      assertThat(firsts).isEqualTo(1);
    }
    writers.forEach(JournalWriter::stop);
    assertThat(number("SELECT COUNT(*) FROM scan WHERE brand_id = " + brandId)).isEqualTo(4000);
    assertThat(
            number(
                "SELECT COUNT(*) FROM scan WHERE outcome = 'GENUINE_FIRST' AND brand_id = "
                    + brandId))
        .isEqualTo(items);
    assertThat(number("SELECT SUM(scans) FROM item_history WHERE brand_id = " + brandId))
        .isEqualTo(4000);
  }

  @Test
  void oneScanIdSentToTwoReplicasAtOnceIsOneScan() throws Exception {
    List<JournalWriter> writers = writers(2);
    List<CompletableFuture<Recorded>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      JournalEntry entry = entry(i % 50, new UUID(brandId, i));
      for (JournalWriter writer : writers) {
        CompletableFuture<Recorded> answer = new CompletableFuture<>();
        answers.add(answer);
        writer.submit(new Waiting(entry, answer));
      }
    }
    for (int i = 0; i < answers.size(); i += 2) {
      assertThat(answers.get(i).get(60, TimeUnit.SECONDS).verdict())
          .isEqualTo(answers.get(i + 1).get(60, TimeUnit.SECONDS).verdict());
    }
    writers.forEach(JournalWriter::stop);
    assertThat(number("SELECT COUNT(*) FROM scan WHERE brand_id = " + brandId)).isEqualTo(200);
  }

  @Test
  void aFollowerSeesEveryScanExactlyOnceWhileOthersWriteAndFollow() throws Exception {
    List<JournalWriter> writers = writers(3);
    Map<UUID, Integer> seen = new ConcurrentHashMap<>();
    Counting counting = new Counting("test-" + brandId, brandId, seen);
    List<CompletableFuture<Recorded>> answers =
        IntStream.range(0, 3000)
            .mapToObj(
                i -> {
                  CompletableFuture<Recorded> answer = new CompletableFuture<>();
                  writers
                      .get(i % writers.size())
                      .submit(new Waiting(entry(i, UUID.randomUUID()), answer));
                  return answer;
                })
            .toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
    List<CompletableFuture<Void>> followers = List.of(follow(counting, all), follow(counting, all));
    for (CompletableFuture<Void> each : followers) {
      each.get(60, TimeUnit.SECONDS);
    }
    follower.follow(counting);
    writers.forEach(JournalWriter::stop);

    assertThat(seen).hasSize(3000).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
  }

  private record Counting(String projectionName, long counted, Map<UUID, Integer> seen)
      implements JournalProjection {
    @Override
    public void apply(PreparedSession session, long brandId, List<ScanEvent> events) {
      if (brandId == counted) {
        events.forEach(event -> seen.merge(event.scanId(), 1, Integer::sum));
      }
    }
  }

  @Test
  void ofThoseWhoGoTogetherTheOneThatFailsStaysBehindAlone() throws Exception {
    write(700);
    AtomicBoolean broken = new AtomicBoolean(true);
    List<JournalProjection> projections =
        List.of(
            new Adding("a-" + brandId, 1, () -> {}),
            new Adding(
                "b-" + brandId,
                2,
                () -> {
                  if (broken.get()) {
                    throw new SQLException("out of order");
                  }
                }),
            new Adding("c-" + brandId, 3, () -> {}));

    assertThatThrownBy(() -> pass(projections))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("b-" + brandId)
        .hasRootCauseMessage("out of order");
    assertThat(added()).isEqualTo(Map.of(1L, 700L, 3L, 700L));

    broken.set(false);
    assertThat(pass(projections)).as("of the one that was behind").isEqualTo(700);
    assertThat(added()).isEqualTo(Map.of(1L, 700L, 2L, 700L, 3L, 700L));
    assertThat(pass(projections)).isZero();
  }

  @Test
  void aPassIsAskedAfterEachStepAndGoesOnWhereItEnded() throws Exception {
    write(700);
    List<JournalProjection> projections = List.of(new Adding("a-" + brandId, 1, () -> {}));
    Steps two = new Steps(200, 2, new ArrayList<>());
    Steps enough = new Steps(200, 20, new ArrayList<>());

    assertThat(pass(projections, two)).isEqualTo(400);
    assertThat(two.left()).containsExactly(700L, 500L);
    assertThat(pass(projections, enough)).isEqualTo(300);
    assertThat(enough.left()).containsExactly(300L, 100L);
    assertThat(added()).isEqualTo(Map.of(1L, 700L));
  }

  @Test
  void whatWasDeletedBetweenTwoStepsIsNotAppliedAgain() throws Exception {
    write(300);

    pass(List.of(new Adding("a-" + brandId, 1, () -> {})), new DeletingSteps());

    assertThat(added()).isEqualTo(Map.of(1L, 200L));
  }

  /** Steps of 200, after each of which the brand's scans and positions are deleted. */
  private final class DeletingSteps implements JournalPass.Pace {
    @Override
    public int step(long left) {
      return 200;
    }

    @Override
    public boolean goesOn(long left, Duration took) {
      try (Connection connection = database.getConnection()) {
        Sql.update(connection, "DELETE FROM scan WHERE brand_id = ?", List.of(brandId));
        Sql.update(
            connection, "DELETE FROM projection_position WHERE brand_id = ?", List.of(brandId));
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
      return true;
    }
  }

  /** Counts events in the database, so that what is rolled back is not counted. */
  private record Adding(String projectionName, long place, Attempt attempt)
      implements JournalProjection {
    @Override
    public void apply(PreparedSession session, long brandId, List<ScanEvent> events)
        throws SQLException {
      Sql.update(
          session.connection(),
          "INSERT INTO hourly_scans (brand_id, product_id, hour, scans)"
              + " VALUES (?, ?, '2026-01-01', ?)"
              + " ON DUPLICATE KEY UPDATE scans = scans + VALUES(scans)",
          List.of(brandId, 1_000_000 + place, events.size()));
      attempt.run();
    }
  }

  private interface Attempt {
    void run() throws SQLException;
  }

  private void write(int scans) {
    List<JournalWriter> writers = writers(1);
    for (int item = 0; item < scans; item++) {
      writers.get(0).submit(new Waiting(entry(item, UUID.randomUUID()), new CompletableFuture<>()));
    }
    writers.forEach(JournalWriter::stop);
  }

  private long pass(List<JournalProjection> projections) throws SQLException {
    return pass(projections, new Steps(500, 20, new ArrayList<>()));
  }

  private long pass(List<JournalProjection> projections, JournalPass.Pace pace)
      throws SQLException {
    try (PreparedSession session = PreparedSession.open(database)) {
      JournalPass pass = new JournalPass(session, pace, new Troubles());
      for (Lane lane : Lane.behind(database, projections)) {
        if (lane.brandId() == brandId) {
          pass.follow(lane, projections, 20);
        }
      }
      return pass.end();
    }
  }

  /** Steps of one size, at most so many; remembers what was left before each. */
  private record Steps(int size, int most, List<Long> left) implements JournalPass.Pace {
    @Override
    public int step(long numbers) {
      return size;
    }

    @Override
    public boolean goesOn(long numbers, Duration took) {
      left.add(numbers);
      return left.size() < most;
    }
  }

  private Map<Long, Long> added() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.list(
              connection,
              "SELECT product_id - 1000000, scans FROM hourly_scans"
                  + " WHERE brand_id = ? AND product_id > 1000000",
              List.of(brandId),
              row -> Map.entry(row.getLong(1), row.getLong(2)))
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private CompletableFuture<Void> follow(
      JournalProjection projection, CompletableFuture<Void> until) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            while (!until.isDone()) {
              follower.follow(projection);
            }
          } catch (SQLException failure) {
            throw new IllegalStateException(failure);
          }
        });
  }

  private List<JournalWriter> writers(int count) {
    List<JournalWriter> writers =
        IntStream.range(0, count)
            .mapToObj(lane -> new JournalWriter(lane, database, CONFIG))
            .toList();
    writers.forEach(JournalWriter::start);
    return writers;
  }

  /** An entry and whoever waits for it. */
  private record Waiting(JournalEntry entry, CompletableFuture<Recorded> answer)
      implements Journal.Pending {
    @Override
    public Optional<JournalEntry> prepare() {
      return Optional.of(entry);
    }

    @Override
    public void recorded(Recorded recorded) {
      answer.complete(recorded);
    }

    @Override
    public void failed(Throwable why) {
      answer.completeExceptionally(why);
    }
  }

  private JournalEntry entry(int item, UUID scanId) {
    var device = FINGERPRINTS.of("device", scanId.toString());
    return new JournalEntry(
        brandId,
        1,
        100,
        new CodeContent(CodeKind.INNER, 1, item),
        CodeFacts.of(CodeKind.INNER, Standing.ON_SALE),
        Policy.STANDARD,
        new Circumstances(
            scanId,
            Instant.now(),
            device.prefix(),
            true,
            0,
            0,
            io.zhenma.verification.Connection.UNSAID,
            Place.UNKNOWN),
        device,
        new UserAgent("test"),
        "en",
        "",
        false,
        VisitorKind.PERSON);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
