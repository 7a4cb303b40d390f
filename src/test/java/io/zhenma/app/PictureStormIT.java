package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.HostilePictures;
import io.zhenma.Thorough;
import io.zhenma.app.PackagedProgram.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many send pictures with their complaints that cost their reader as much as a picture can, and
 * large ones, all at once. Each comes from a device with an item in hand, so that no limit refuses
 * it first. Whoever opens a page meanwhile gets it.
 */
class PictureStormIT {
  private static final int SENDERS = Thorough.times(30, 230);
  private static final Duration STORM = Duration.ofSeconds(Thorough.times(4, 40));
  private static final int LARGE = Thorough.times(30, 200);
  private static final int LARGEST = 8 << 20;
  private static final int ITEMS = 400;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir Path data;

  private final AtomicInteger next = new AtomicInteger();

  @Test
  void pagesAndReadinessAreAnsweredWhileHostilePicturesCome() throws Exception {
    PackagedProgram program =
        PackagedProgram.forDrills(data)
            .heap("1g", "-XX:+ExitOnOutOfMemoryError")
            .set("ZHENMA_COMPLAINTS_PER_BRAND", "1000000");
    try (DrillDatabase database = DrillDatabase.chosen(data)) {
      database.serve(program);
      try (Server server = program.serve()) {
        DrillBrand brand = DrillBrand.of(server, ITEMS);
        byte[] small = HostilePictures.tangledPng(5_099);
        storm(server, brand, List.of(small, HostilePictures.refinedJpeg(5_000, 2)));
        large(server, brand, Arrays.copyOf(small, LARGEST));
      }
    }
  }

  private void storm(Server server, DrillBrand brand, List<byte[]> pictures) throws Exception {
    Instant end = Instant.now().plus(STORM);
    run(
        "storm of " + SENDERS + " senders",
        server,
        brand,
        SENDERS,
        sender -> {
          while (Instant.now().isBefore(end)) {
            sender.complain(link(brand), pictures.get(next.get() % pictures.size()));
          }
        });
  }

  private void large(Server server, DrillBrand brand, byte[] picture) throws Exception {
    run(
        LARGE + " pictures of 8 MB",
        server,
        brand,
        LARGE,
        sender -> sender.complain(link(brand), picture));
  }

  private String link(DrillBrand brand) {
    return brand.links().get(next.getAndIncrement() % ITEMS);
  }

  /** What one of many does. */
  @FunctionalInterface
  private interface Sending {
    void send(PictureSenderPhone phone) throws IOException, InterruptedException;
  }

  private void run(String what, Server server, DrillBrand brand, int senders, Sending sending)
      throws Exception {
    StormProbe probe = new StormProbe(server, brand.links().get(0));
    PictureSenderPhone phone = new PictureSenderPhone(server.port());
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    probe.start();
    for (int i = 0; i < senders; i++) {
      threads.submit(
          () -> {
            sending.send(phone);
            return null;
          });
    }
    threads.shutdown();
    boolean ended = threads.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS);
    probe.stop();
    System.out.printf("Drill: %s: answers %s; %s%n", what, phone.answers(), probe);
    assertThat(server.isAlive()).as(server::said).isTrue();
    assertThat(ended).as("all uploads are answered").isTrue();
    probe.check();
  }
}
