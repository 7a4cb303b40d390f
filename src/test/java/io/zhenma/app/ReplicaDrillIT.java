package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.app.PackagedProgram.Server;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged replicas on one database; each item is scanned by eight phones at once, four at each
 * replica. {@code -Dzhenma.drill.items=100000} makes it the long drill of the operations' page.
 */
class ReplicaDrillIT {
  private static final int ITEMS = Integer.getInteger("zhenma.drill.items", 2_000);
  private static final int AT_ONCE = 8;

  /** Items that are under way at any time. */
  private static final int GROUPS = Integer.getInteger("zhenma.drill.groups", 8);

  @TempDir Path data;

  private final Ledger ledger = new Ledger();
  private final AtomicInteger nextItem = new AtomicInteger();

  @Test
  void exactlyOneOfEightPhonesAtTwoReplicasIsFirst() throws Exception {
    PackagedProgram program = PackagedProgram.forDrills(data);
    try (DrillDatabase database = DrillDatabase.chosen(data)) {
      database.serve(program);
      try (Server one = program.serve();
          Server other = program.serve()) {
        DrillBrand brand = DrillBrand.of(one, ITEMS);
        Instant start = Instant.now();
        scanAll(List.of(one, other), brand.links());
        check(database, brand, Duration.between(start, Instant.now()));
        double retries = retries(one) + retries(other);
        System.out.printf("Drill: %.0f transactions were tried again%n", retries);
        assertThat(retries).as("transactions tried again").isLessThan(ITEMS / 10.0);
      }
    }
  }

  private void scanAll(List<Server> servers, List<String> links) throws Exception {
    ExecutorService phones = Executors.newFixedThreadPool(GROUPS * AT_ONCE);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int group = 0; group < GROUPS; group++) {
        Queue queue = new Queue();
        for (int phone = 0; phone < AT_ONCE; phone++) {
          int port = servers.get(phone % servers.size()).port();
          ends.add(phones.submit(() -> scanInGroup(port, queue, links)));
        }
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      phones.shutdownNow();
    }
  }

  /** Hands the same next item to all phones of a group at the same moment. */
  private final class Queue {
    private volatile int item;
    private final CyclicBarrier barrier =
        new CyclicBarrier(AT_ONCE, () -> item = nextItem.getAndIncrement());

    int next() throws InterruptedException, BrokenBarrierException {
      barrier.await();
      return item;
    }
  }

  private Void scanInGroup(int port, Queue queue, List<String> links) throws Exception {
    try (DrillPhone phone = new DrillPhone(port, ledger)) {
      for (int item = queue.next(); item < ITEMS; item = queue.next()) {
        phone.scan(UUID.randomUUID(), item, links.get(item));
      }
    }
    return null;
  }

  private void check(DrillDatabase database, DrillBrand brand, Duration took) throws Exception {
    assertThat(ledger.wrong()).isEmpty();
    assertThat(ledger.acknowledged()).hasSize(ITEMS * AT_ONCE);
    assertThat(
            ledger.acknowledged().values().stream()
                .filter(scan -> scan.outcome().equals("genuine-first")))
        .hasSize(ITEMS);
    try (Connection connection = database.connect()) {
      int stored = StoredHistory.check(connection, brand.id(), ledger);
      assertThat(stored).isEqualTo(ITEMS * AT_ONCE);
      System.out.printf(
          "Drill: 2 replicas, %d items, %d scans in %d s (%d/s), p50 %.0f ms, p99 %.0f ms, p99.9"
              + " %.0f ms; %d answers 503%n",
          ITEMS,
          stored,
          took.toSeconds(),
          stored * 1000L / Math.max(1, took.toMillis()),
          ledger.millis(0.5),
          ledger.millis(0.99),
          ledger.millis(0.999),
          ledger.refusals());
    }
  }

  private static double retries(Server server) {
    return server
        .management()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("zhenma_journal_retries_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
