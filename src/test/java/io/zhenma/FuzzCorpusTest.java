package io.zhenma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replays what the fuzzer once found worth keeping; how to look for more is in docs/fuzzing.md. */
class FuzzCorpusTest {
  private static final Path CORPUS = Path.of("src/test/fuzz/corpus");

  /** Wall clock, so with room for a busy machine: what it catches takes minutes. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TestFactory
  Stream<DynamicTest> everyKeptInputHoldsItsTargetsProperties() throws IOException {
    return targets().stream()
        .flatMap(target -> inputs(target).stream().map(input -> replay(target, input)));
  }

  @Test
  void everyTargetHasACorpusAndEveryCorpusATarget() throws IOException {
    assertThat(targets()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(targets()).allSatisfy(target -> assertThat(inputs(target)).hasSizeGreaterThan(5));
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      assertThat(
              sources
                  .map(Path::toString)
                  .filter(name -> name.endsWith("Fuzz.java"))
                  .map(name -> name.substring("src/test/java/".length(), name.length() - 5)))
          .map(name -> name.replace('/', '.'))
          .containsExactlyInAnyOrderElementsOf(targets());
    }
  }

  private static DynamicTest replay(String target, Path input) {
    return DynamicTest.dynamicTest(
        target.substring(target.lastIndexOf('.') + 1) + " " + input.getFileName(),
        () -> {
          MethodHandle fuzz =
              MethodHandles.publicLookup()
                  .findStatic(
                      Class.forName(target),
                      "fuzzerTestOneInput",
                      MethodType.methodType(void.class, byte[].class));
          byte[] data = Files.readAllBytes(input);
          assertTimeoutPreemptively(LONGEST, () -> fuzz.invoke(data));
        });
  }

  /** Directories are named by the classes of their targets. */
  private static List<String> targets() throws IOException {
    try (Stream<Path> directories = Files.list(CORPUS)) {
      return directories.map(directory -> directory.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Path> inputs(String target) {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
