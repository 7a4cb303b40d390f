package io.zhenma.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes wrong with a delivery, brought about for real. */
@QuarkusTest
@Tag("database")
class DeliveryTroubleTest {
  @Inject TestBrand brands;
  @Inject EntityManager entities;
  @Inject DeliveryConfig config;
  @Inject Retention retention;

  @TestHTTPResource("/")
  URL server;

  private DeliveryScene scene;

  @BeforeEach
  void prepare() {
    scene = DeliveryScene.of(brands);
  }

  @Test
  void aFullDiskFailsItInWordsLeavesNothingHalfAndIsNoEnd() throws Exception {
    Path spool = spoolOfBrand();
    Files.createDirectories(spool);
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", spool.toString()), "no mount");
    try {
      int batch = scene.batch(30_000);
      int id = scene.ended(scene.order(batch, Map.of("format", "CSV")), "FAILED");

      scene
          .get(id)
          .then()
          .body("failure.reason", equalTo("DISK_FULL"))
          .body("failure.message", containsString("no room left"));
      List<Integer> whole = scene.get(id).path("files.number");
      assertThat(whole).isNotEmpty().hasSizeLessThan(30);
      assertThat(filesIn(spool)).hasSize(whole.size()).noneMatch(name -> name.endsWith(".tmp"));
      String first = scene.file(id, 1).then().statusCode(200).extract().asString();
      assertThat(first).endsWith("\r\n");

      assertThat(run("mount", "-o", "remount,size=64m", spool.toString())).isTrue();
      scene.post(id, "resumption").then().statusCode(202);
      scene.ended(id, "READY");
      scene.get(id).then().body("failure", equalTo(null));
      assertThat(scene.sha256(scene.ready(batch, Map.of("format", "CSV"))))
          .isEqualTo(scene.sha256(id));
    } finally {
      run("umount", spool.toString());
    }
  }

  @Test
  void aReaderWhoHangsUpLeavesNothingOpenAndNoNoise() throws Exception {
    int batch = scene.batch(1_000);
    // One file of some 20 MB: far more than what fits into the buffers on the way
    int id = scene.ready(batch, Map.of("format", "CSV"));
    Path file = onlyFile(id);
    Files.write(file, new byte[20_000_000]);
    change("UPDATE delivery_file SET bytes = 20000000 WHERE delivery_id = ?1", id);
    Recorder log = new Recorder();
    Logger root = Logger.getLogger("");
    root.addHandler(log);
    try {
      for (int i = 0; i < 20; i++) {
        readALittle("/api/v1/deliveries/" + id + "/files/1");
      }
      for (int i = 0; i < 100 && !openFiles(file).isEmpty(); i++) {
        Thread.sleep(100);
      }
    } finally {
      root.removeHandler(log);
    }

    assertThat(openFiles(file)).isEmpty();
    assertThat(log.loud).isEmpty();
    assertThat(
            count(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'delivery-downloaded'"
                    + " AND subject = ?1",
                "delivery:" + id))
        .isEqualTo(20);
  }

  @Test
  void anotherReplicaTakesOverWhatADeadOneLeft() throws Exception {
    int batch = scene.batch(100_000);
    int id = scene.order(batch, Map.of("format", "CSV"));
    while (scene.fileCount(id) < 2) {
      Thread.sleep(20);
    }
    // As if another replica held it, and then died in the middle of a file
    String other = "another-replica";
    change(
        "UPDATE delivery SET lease_owner = '%s', lease_until = UTC_TIMESTAMP(3) + INTERVAL 3 SECOND"
                .formatted(other)
            + " WHERE id = ?1",
        id);
    Thread.sleep(1_500);
    Path folder = spoolOfBrand().resolve(Integer.toString(id));
    Files.write(folder.resolve("left-behind.tmp"), new byte[100]);
    int before = scene.fileCount(id);
    Thread.sleep(500);
    assertThat(scene.fileCount(id)).as("made by nobody meanwhile").isEqualTo(before);

    scene.ended(id, "READY");

    assertThat(filesIn(folder)).hasSize(100).noneMatch(name -> name.endsWith(".tmp"));
    assertThat(scene.sha256(id))
        .isEqualTo(scene.sha256(scene.ready(batch, Map.of("format", "CSV"))));
  }

  @Test
  void filesGoAfterTheirTimeAndCanBeMadeAgainTheSame() throws Exception {
    int id = scene.ready(scene.batch(2_500), Map.of("format", "CSV"));
    String before = scene.sha256(id);
    Path folder = spoolOfBrand().resolve(Integer.toString(id));
    assertThat(filesIn(folder)).hasSize(3);

    change(
        "UPDATE delivery SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ?1", id);
    retention.expireDue();

    assertThat(scene.state(id)).isEqualTo("EXPIRED");
    assertThat(folder).doesNotExist();
    scene.file(id, 1).then().statusCode(404);
    scene.post(id, "resumption").then().statusCode(202);
    scene.ended(id, "READY");
    assertThat(scene.sha256(id)).isEqualTo(before);
  }

  @Test
  void whatIsMadeAgainAndDiffersIsNotHandedOut() throws Exception {
    int id = scene.ready(scene.batch(10), Map.of("format", "CSV"));
    change(
        "UPDATE delivery SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ?1", id);
    retention.expireDue();
    change("UPDATE delivery_file SET plain_sha256 = REPEAT('0', 64) WHERE delivery_id = ?1", id);

    scene.post(id, "resumption").then().statusCode(202);
    scene.ended(id, "FAILED");

    scene.get(id).then().body("failure.reason", equalTo("NOT_THE_SAME"));
    assertThat(filesIn(spoolOfBrand().resolve(Integer.toString(id)))).isEmpty();
  }

  @Test
  void aFileThatVanishedFromTheSpoolIsMadeAgain() throws Exception {
    int batch = scene.batch(100_000);
    int id = scene.order(batch, Map.of("format", "CSV"));
    while (scene.fileCount(id) < 2) {
      Thread.sleep(20);
    }
    scene.post(id, "cancellation").then().statusCode(200);
    Thread.sleep(300);
    Path folder = spoolOfBrand().resolve(Integer.toString(id));
    for (String name : filesIn(folder)) {
      Files.delete(folder.resolve(name));
    }

    scene.file(id, 1).then().statusCode(404);
    scene.post(id, "resumption").then().statusCode(202);
    scene.ended(id, "READY");

    assertThat(filesIn(folder)).hasSize(100);
  }

  @Test
  void aSmallDeliveryDoesNotWaitForALargeOne() throws Exception {
    int large = scene.order(scene.batch(1_000_000), Map.of("format", "CSV"));
    DeliveryScene neighbour = DeliveryScene.of(brands);

    int small = neighbour.ready(neighbour.batch(10), Map.of("format", "CSV"));

    assertThat(neighbour.state(small)).isEqualTo("READY");
    assertThat(scene.state(large)).isEqualTo("RUNNING");
    scene.post(large, "cancellation").then().statusCode(200);
  }

  private void readALittle(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
      socket.setReceiveBufferSize(4096);
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: test\r\nCookie: zhenma_session="
              + scene.brand().operator().session()
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200");
      in.readNBytes(1_000);
      socket.setSoLinger(true, 0);
    }
  }

  /** File descriptors of this process that name the file; on Linux. */
  private static List<Path> openFiles(Path file) throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(descriptor -> names(descriptor, file)).toList();
    }
  }

  private static boolean names(Path descriptor, Path file) {
    try {
      return Files.readSymbolicLink(descriptor).equals(file);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private Path onlyFile(int id) throws IOException {
    Path folder = spoolOfBrand().resolve(Integer.toString(id));
    return folder.resolve(filesIn(folder).get(0));
  }

  private Path spoolOfBrand() {
    return config
        .dir()
        .toAbsolutePath()
        .normalize()
        .resolve(Long.toString(scene.brand().brand().id()));
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  private void change(String sql, Object parameter) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery(sql).setParameter(1, parameter).executeUpdate());
  }

  private long count(String sql, Object parameter) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number)
                        entities
                            .createNativeQuery(sql)
                            .setParameter(1, parameter)
                            .getSingleResult())
                    .longValue());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  /** Keeps what is louder than information. */
  private static final class Recorder extends Handler {
    private final List<String> loud = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord event) {
      if (event.getLevel().intValue() > Level.INFO.intValue()) {
        loud.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
