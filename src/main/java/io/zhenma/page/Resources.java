package io.zhenma.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files under {@code web/verify}, as they lie on the classpath. */
final class Resources {

  private Resources() {}

  static InputStream open(String path) {
    return Objects.requireNonNull(Resources.class.getResourceAsStream(path), path);
  }

  static String read(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
