package io.zhenma.bench;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Posts planned scans to a server on this machine by a {@link LoadGenerator} in a process of its
 * own.
 */
@ApplicationScoped
class HttpLoad {
  private static final String HEAD =
      "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          + "User-Agent: %s\r\nAccept-Language: zh-CN\r\nX-Forwarded-For: %s\r\n"
          + "Cookie: zhenma_device=%s\r\nContent-Length: %d\r\n\r\n%s";

  /**
   * @param port where the server listens
   * @param connections the most scans under way
   * @param rate scans a second, evenly; 0 for as many as are answered
   * @param seconds longest time
   */
  record Target(int port, String path, int connections, double rate, int seconds) {
    static final String SCANS = "/api/v1/scans";

    private static final int UNTIMED_SECONDS = 5;
    private static final int UNTIMED_SHARE = 5;

    /**
     * Of scans sent evenly, those of the first five seconds: a client that has just started is slow
     * by itself, and shares the cores. A fifth at most, so that few scans are timed as well.
     */
    int untimed(int count) {
      return (int) Math.min(UNTIMED_SECONDS * rate, count / UNTIMED_SHARE);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "POST %s, %d connections%s",
          path,
          connections,
          rate == 0 ? "" : String.format(Locale.ROOT, ", %,.0f/s sent evenly", rate));
    }
  }

  /**
   * Posts them.
   *
   * @param planning makes the plan, which is not kept while it is carried out: a server's memory
   *     has none either
   * @throws IOException when the load generator failed
   */
  Answers run(Supplier<List<PlannedScan>> planning, Target target)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("zhenma-bench");
    Path requests = directory.resolve("requests");
    Path results = directory.resolve("results");
    try {
      List<UUID> ids = write(planning.get(), target.path(), requests);
      generate(target, requests, results);
      return read(ids, target, results);
    } finally {
      Files.deleteIfExists(requests);
      Files.deleteIfExists(results);
      Files.delete(directory);
    }
  }

  private static List<UUID> write(List<PlannedScan> plan, String path, Path file)
      throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (PlannedScan scan : plan) {
        String body = scan.json();
        byte[] octets =
            String.format(
                    Locale.ROOT,
                    HEAD,
                    path,
                    scan.agent(),
                    scan.address().getHostAddress(),
                    scan.device(),
                    body.length(),
                    body)
                .getBytes(StandardCharsets.US_ASCII);
        out.writeInt(octets.length);
        out.write(octets);
      }
    }
    return plan.stream().map(PlannedScan::id).toList();
  }

  private static void generate(Target target, Path requests, Path results)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                classes(),
                LoadGenerator.class.getName(),
                Integer.toString(target.port()),
                Integer.toString(target.connections()),
                Double.toString(target.rate()),
                Integer.toString(target.seconds()),
                requests.toString(),
                results.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the load generator failed, exit code " + process.exitValue());
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /** The jar or folder that this class came from; the load generator needs nothing else. */
  private static String classes() {
    try {
      return Path.of(
              LoadGenerator.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException noPath) {
      throw new IllegalStateException(noPath);
    }
  }

  private static Answers read(List<UUID> ids, Target target, Path results) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(results)))) {
      double seconds = in.readLong() / 1e9;
      int[] status = new int[ids.size()];
      long[] nanos = new long[ids.size()];
      for (int i = 0; i < status.length; i++) {
        status[i] = in.readInt();
        nanos[i] = in.readLong();
      }
      return Answers.of(target.toString(), ids, status, nanos, seconds, target.untimed(ids.size()));
    }
  }
}
