package io.zhenma.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The data files of this package. */
final class TextResource {
  private TextResource() {}

  static Stream<String> lines(String name) {
    try (InputStream in =
        Objects.requireNonNull(TextResource.class.getResourceAsStream("/simulation/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
