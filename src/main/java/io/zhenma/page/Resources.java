package io.zhenma.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files under {@code web/verify}, as they lie on the classpath. */
final class Resources {

  private Resources() {}

  static boolean exists(String path) {
    return Resources.class.getResource(path) != null;
  }

  static InputStream open(String path) {
    return Objects.requireNonNull(Resources.class.getResourceAsStream(path), path);
  }

  static byte[] bytes(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }
}
