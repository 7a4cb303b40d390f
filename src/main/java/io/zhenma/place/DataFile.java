package io.zhenma.place;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The data files that ship on the class path: without them the program is broken. */
final class DataFile {

  private DataFile() {}

  static byte[] bytes(String path) {
    try (InputStream in = DataFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The comma-separated rows below the heading; no field of ours holds a comma or a quote. */
  static List<String[]> rows(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
