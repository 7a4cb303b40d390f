package io.zhenma.tenancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that are tried first. */
final class CommonPasswords {
  private static final Set<String> ALL = read();

  private CommonPasswords() {}

  /**
   * Whether a password is one of them, also with digits or signs around it.
   *
   * @param password in small letters
   */
  static boolean contains(String password) {
    return ALL.contains(password)
        || ALL.contains(password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""))
        || ALL.contains(password.replaceAll("[^\\p{L}\\p{N}]", ""));
  }

  private static Set<String> read() {
    try (InputStream file =
            Objects.requireNonNull(
                CommonPasswords.class.getResourceAsStream("/passwords/common.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
