package io.zhenma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Tokens of SoftHSM, a PKCS#11 token in software. Where it is not installed the test is skipped
 * with a word on how to get it; on CI (environment {@code CI=true}) it fails instead.
 *
 * <p>The library reads its configuration's path from the environment of the process, which the
 * build sets to {@code target/softhsm/softhsm2.conf} for tests.
 */
public final class SoftToken {
  public static final String PIN = "87654321";

  private static final String HOW_TO_GET_IT =
      "Tests of PKCS#11 need SoftHSM: install it (Debian and Ubuntu: apt-get install softhsm2)";

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

  private SoftToken() {}

  /** The library; skips or fails the calling test when there is none. */
  public static Path library() {
    Optional<Path> found = LIBRARIES.stream().filter(Files::isReadable).findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      Assertions.fail(HOW_TO_GET_IT);
    }
    if (found.isEmpty()) {
      System.err.println(HOW_TO_GET_IT); // Maven doesn't show why a test was skipped
    }
    Assumptions.assumeTrue(found.isPresent(), HOW_TO_GET_IT);
    return found.orElseThrow();
  }

  /** Makes an empty place for tokens and, in it, tokens with these labels. */
  public static void makeTokens(Path configuration, String... labels) {
    try {
      Path tokens = configuration.resolveSibling("tokens");
      deleteAll(tokens);
      Files.createDirectories(tokens);
      Files.writeString(
          configuration,
          "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
              .formatted(tokens.toAbsolutePath()));
      for (String label : labels) {
        init(configuration, label);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void init(Path configuration, String label) throws IOException {
    ProcessBuilder tool =
        new ProcessBuilder(
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            label,
            "--so-pin",
            "12345678",
            "--pin",
            PIN);
    tool.environment().put("SOFTHSM2_CONF", configuration.toAbsolutePath().toString());
    Process made = tool.redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes());
    try {
      Assertions.assertEquals(0, made.waitFor(), said);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
