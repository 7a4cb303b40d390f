package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.app.PackagedProgram.Server;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application, or its database, is killed in the middle of scans, again and again;
 * afterwards the database must hold exactly what was acknowledged. {@code -Dzhenma.drill.kills=20}
 * makes it the long drill of the operations' page.
 */
class CrashDrillIT {
  private static final int KILLS = Integer.getInteger("zhenma.drill.kills", 3);
  private static final int PHONES = Integer.getInteger("zhenma.drill.phones", 48);
  private static final int ITEMS = 500_000;

  /** So many must be acknowledged between two kills: the load is on again. */
  private static final int BETWEEN_KILLS = Integer.getInteger("zhenma.drill.between", 500);

  /** Longer than the application remembers products and batches. */
  private static final Duration OUTAGE = Duration.ofSeconds(6);

  private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

  @TempDir Path data;

  private final Ledger ledger = new Ledger();
  private final AtomicInteger nextItem = new AtomicInteger();

  /** The first time the database stays away; then it comes back as fast as it can. */
  private Duration outage = OUTAGE;

  @Test
  void nothingAcknowledgedIsLostWhenTheApplicationIsKilled() throws Exception {
    drill(
        (server, program, database) -> {
          server.kill();
          return program.serve(server.port());
        });
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheDatabaseIsKilled() throws Exception {
    drill(
        (server, program, database) -> {
          database.kill(outage);
          outage = Duration.ZERO;
          return server;
        });
    assertThat(ledger.refusals()).as("answers 503 while the database was away").isPositive();
  }

  /** What is killed, and who serves from then on. */
  @FunctionalInterface
  private interface Blow {
    Server strike(Server server, PackagedProgram program, DrillDatabase database) throws Exception;
  }

  private void drill(Blow blow) throws Exception {
    PackagedProgram program = PackagedProgram.forDrills(data);
    try (DrillDatabase database = DrillDatabase.chosen(data)) {
      database.serve(program);
      Server server = program.serve();
      try {
        DrillBrand brand = DrillBrand.of(server, ITEMS);
        Instant start = Instant.now();
        ExecutorService phones = startPhones(server.port(), brand.links());
        for (int kill = 1; kill <= KILLS; kill++) {
          awaitAnswers(ledger.answers() + BETWEEN_KILLS, server);
          Pause.millis(ThreadLocalRandom.current().nextLong(200, 1_500));
          server = blow.strike(server, program, database);
        }
        awaitAnswers(ledger.answers() + BETWEEN_KILLS, server);
        stop(phones);
        check(database, brand, Duration.between(start, Instant.now()));
      } finally {
        server.close();
      }
    }
  }

  private ExecutorService startPhones(int port, List<String> links) {
    ExecutorService phones = Executors.newFixedThreadPool(PHONES);
    for (int i = 0; i < PHONES; i++) {
      phones.execute(() -> scanOn(port, links));
    }
    return phones;
  }

  private volatile boolean enough;

  private void scanOn(int port, List<String> links) {
    try (DrillPhone phone = new DrillPhone(port, ledger)) {
      while (!enough) {
        int item = nextItem();
        phone.scan(UUID.randomUUID(), item, links.get(item));
      }
    }
  }

  /** As often a new item as one that was scanned before. */
  private int nextItem() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int scanned = nextItem.get();
    return scanned == 0 || random.nextBoolean()
        ? nextItem.getAndIncrement() % ITEMS
        : random.nextInt(Math.min(scanned, ITEMS));
  }

  private void awaitAnswers(long count, Server server) {
    Instant deadline = Instant.now().plus(BACK_WITHIN);
    while (ledger.answers() < count) {
      assertThat(server.isAlive()).as(server::said).isTrue();
      assertThat(Instant.now()).as("answers come again; " + ledger.wrong()).isBefore(deadline);
      Pause.millis(20);
    }
  }

  /** Whatever is under way is sent until it is acknowledged. */
  private void stop(ExecutorService phones) throws InterruptedException {
    enough = true;
    phones.shutdown();
    assertThat(phones.awaitTermination(BACK_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void check(DrillDatabase database, DrillBrand brand, Duration took) throws Exception {
    assertThat(ledger.wrong()).as("answers that are neither a verdict nor 503").isEmpty();
    assertThat(ledger.acknowledged().keySet()).isEqualTo(ledger.sent().keySet());
    try (Connection connection = database.connect()) {
      int stored = StoredHistory.check(connection, brand.id(), ledger);
      System.out.printf(
          "Drill: %d kills in %d s, %d scans acknowledged, %d stored, %d items; sent again after %d"
              + " lost connections and %d answers 503%n",
          KILLS,
          took.toSeconds(),
          ledger.acknowledged().size(),
          stored,
          nextItem.get(),
          ledger.lostAnswers(),
          ledger.refusals());
    }
  }
}
