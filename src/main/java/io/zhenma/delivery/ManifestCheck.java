package io.zhenma.delivery;

import io.zhenma.crypto.Unsealer.Proven;
import io.zhenma.delivery.Manifest.Entry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds files against the manifest that came with them. */
final class ManifestCheck {
  private static final int BUFFER = 1 << 16;

  private final Manifest manifest;

  ManifestCheck(Manifest manifest) {
    this.manifest = manifest;
  }

  /** A file of the delivery and what the manifest says of it. */
  record Given(Path path, Entry entry) {}

  Manifest manifest() {
    return manifest;
  }

  /** For us, from them, and nothing missing between its first and last item. */
  void requireConsistent(String own, String signer) throws UnsealRefusedException {
    require(Manifest.FORMAT.equals(manifest.manifest()), "the manifest is of an unknown format");
    require(signer.equals(manifest.signer()), "the manifest names another signer");
    require(
        own.equals(manifest.sealedFor()),
        "this delivery was sealed for another certificate (SHA-256 %s), not for this key's (%s)",
        String.valueOf(manifest.sealedFor()),
        own);
    long next = manifest.firstItem();
    long codes = 0;
    for (Entry entry : manifest.files()) {
      require(entry.firstItem() == next, "the manifest has a gap before %s", entry.name());
      require(isPlainName(entry.name()), "the manifest names a file oddly: %s", entry.name());
      next = entry.lastItem() + 1;
      codes += entry.codes();
    }
    require(
        next == manifest.lastItem() + 1 && codes == manifest.codes(),
        "the count doesn't match: the manifest tells of %d codes, its files hold %d",
        manifest.codes(),
        codes);
  }

  /** Finds each file of the manifest among those given, by name. */
  List<Given> match(List<Path> files) throws UnsealRefusedException {
    Map<String, Path> byName = new HashMap<>();
    for (Path file : files) {
      require(
          byName.put(String.valueOf(file.getFileName()), file) == null, "%s is given twice", file);
    }
    List<Given> matched = new ArrayList<>();
    for (Entry entry : manifest.files()) {
      Manifest.SealedFile sealed = entry.sealed();
      require(sealed != null, "this delivery is not sealed");
      Path file = sealed == null ? null : byName.remove(sealed.name());
      require(file != null, "a file is missing: %s", sealed == null ? "" : sealed.name());
      if (file != null) {
        matched.add(new Given(file, entry));
      }
    }
    require(byName.isEmpty(), "not of this delivery: %s", byName.keySet());
    return matched;
  }

  void requireNoneThere(Path folder) throws UnsealRefusedException {
    for (Entry entry : manifest.files()) {
      Path target = folder.resolve(entry.name());
      require(!Files.exists(target), "%s exists already; nothing is replaced", target);
    }
  }

  /** The content is the one that the manifest tells of, with as many codes. */
  void requireSame(Entry entry, Proven content) throws UnsealRefusedException, IOException {
    require(
        content.sha256().equals(entry.sha256()) && content.bytes() == entry.bytes(),
        "%s is not the file that the manifest tells of",
        entry.name());
    long expected = manifest.format().lines(entry.codes());
    if (expected > 0) {
      long lines = lines(content.temporary());
      require(
          lines == expected,
          "the count doesn't match: %s has %d lines and not %d",
          entry.name(),
          lines,
          expected);
    }
  }

  private static long lines(Path file) throws IOException {
    long lines = 0;
    byte[] part = new byte[BUFFER];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        for (int i = 0; i < length; i++) {
          lines += part[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  private static boolean isPlainName(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");
  }

  private static void require(boolean condition, String sentence, Object... arguments)
      throws UnsealRefusedException {
    if (!condition) {
      throw new UnsealRefusedException(String.format(Locale.ROOT, sentence, arguments));
    }
  }
}
