package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.zhenma.app.PackagedProgram.Server;
import io.zhenma.device.MutatedHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scans with headers that once cost their reader seconds or its stack, then scans of ordinary
 * phones: these are read behind the others, while pages and readiness are answered, also after a
 * restart.
 */
@Tag("thorough")
class PoisonRowsIT {
  private static final int PHONES = 100;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir Path data;

  @Test
  void phonesAreKnownBehindHeadersThatNoReaderCanRead() throws Exception {
    PackagedProgram program = PackagedProgram.forDrills(data).heap("1g");
    DrillBrand brand;
    try (Server server = program.serve()) {
      brand = DrillBrand.of(server, 3 * PHONES);
      StormProbe probe = new StormProbe(server, brand.links().get(0));
      probe.start();
      poison(server, brand);
      follow(server, brand, PHONES);
      probe.stop();
      System.out.println("Drill: poison: " + probe);
      probe.check();
    }
    try (Server again = program.serve()) {
      follow(again, brand, 2 * PHONES);
    }
  }

  private static void poison(Server server, DrillBrand brand) {
    int item = 0;
    for (String header : MutatedHeaders.HOSTILE) {
      if (StandardCharsets.US_ASCII.newEncoder().canEncode(header)) {
        scan(server, brand.links().get(item++), header);
      }
    }
  }

  private static void follow(Server server, DrillBrand brand, int from) {
    for (int i = from; i < from + PHONES; i++) {
      scan(
          server,
          brand.links().get(i),
          "Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A.%d) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Mobile Safari/537.36"
              .formatted(i, 60 + i % 60));
    }
    Instant began = Instant.now();
    while (unknown(server) > 0) {
      assertThat(Instant.now()).as(server::said).isBefore(began.plus(LONGEST));
      Pause.millis(200);
    }
    System.out.printf(
        "Drill: poison: %d phones known after %d ms%n",
        PHONES, Duration.between(began, Instant.now()).toMillis());
  }

  private static long unknown(Server server) {
    return DrillBrand.read(server, "/scans?size=" + PHONES)
        .jsonPath()
        .getList("items.device")
        .stream()
        .filter(device -> device == null)
        .count();
  }

  private static void scan(Server server, String link, String userAgent) {
    server
        .request()
        .header("User-Agent", userAgent)
        .header("X-Forwarded-For", "113.64." + (link.hashCode() & 0xff) + ".7")
        .contentType(ContentType.JSON)
        .body(Map.of("scanId", UUID.randomUUID(), "code", link))
        .post("/api/v1/scans")
        .then()
        .statusCode(200);
  }
}
