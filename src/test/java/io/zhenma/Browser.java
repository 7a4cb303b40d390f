package io.zhenma;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium for tests. Where none is installed the test is skipped with a word on how to get
 * one; on CI (environment {@code CI=true}) it fails instead. Use it from one thread, and close it.
 *
 * <p>Hosts named {@code *.test} lead to this machine: an address on plain http that the browser,
 * unlike with {@code localhost}, doesn't count as secure.
 */
public final class Browser implements AutoCloseable {

  private static final String HOW_TO_GET_ONE =
      "Browser tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium) or set"
          + " CHROMIUM_PATH to its program";

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // A person's browser doesn't tell pages that a script drives it
          "--disable-blink-features=AutomationControlled",
          "--host-resolver-rules=MAP *.test 127.0.0.1");

  private static final double LONGEST_WAIT_MS = 30_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path program, List<String> flags) {
    // Five seconds by default, which a busy machine misses
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MS);
    playwright = Playwright.create();
    chromium =
        playwright.chromium().launch(new LaunchOptions().setExecutablePath(program).setArgs(flags));
  }

  /** Starts Chromium without a window; skips or fails the calling test when there is none. */
  public static Browser launch(String... moreFlags) {
    Optional<Path> program = find();
    if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
      Assertions.fail(HOW_TO_GET_ONE);
    }
    if (program.isEmpty()) {
      System.err.println(HOW_TO_GET_ONE); // Maven doesn't show why a test was skipped
    }
    Assumptions.assumeTrue(program.isPresent(), HOW_TO_GET_ONE);
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(List.of(moreFlags));
    return new Browser(program.orElseThrow(), flags);
  }

  /** A fresh profile: its own cookies, language, size and so on. */
  public BrowserContext open(NewContextOptions options) {
    return chromium.newContext(options);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  private static Optional<Path> find() {
    Stream<String> onPath =
        Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
            .map(directory -> directory + "/google-chrome");
    Stream<String> known = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    return Stream.of(Stream.ofNullable(System.getenv("CHROMIUM_PATH")), known, onPath)
        .flatMap(paths -> paths)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
