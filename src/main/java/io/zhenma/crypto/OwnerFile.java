package io.zhenma.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * Files that only their owner may read, written whole or not at all, and once even when two
 * processes start at once.
 */
public final class OwnerFile {
  private static final SecureRandom RANDOM = new SecureRandom();

  private OwnerFile() {}

  /** Writes the content of a file that does not exist yet. */
  @FunctionalInterface
  interface Content<E extends Exception> {
    byte[] get() throws E;
  }

  /**
   * The secret kept in {@code file}, made up on first use: {@code characters} of base64url.
   *
   * @throws UncheckedIOException when the file can be neither read nor written
   */
  public static String secret(Path file, int characters) {
    try {
      createOnce(
          file, () -> Arrays.copyOf(Base64.getUrlEncoder().encode(random(characters)), characters));
      return Files.readString(file).strip().substring(0, characters);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read or write " + file, failure);
    }
  }

  /** Synchronized because a file lock holds other processes off, not other threads of this one. */
  static synchronized <E extends Exception> void createOnce(Path file, Content<E> content)
      throws E, IOException {
    if (Files.exists(file)) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (held.isValid() && !Files.exists(file)) {
        byte[] bytes = content.get();
        Path fresh = Files.createTempFile(folder, "fresh", ".tmp");
        try {
          ownerOnly(fresh);
          writeThrough(fresh, bytes);
          Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          Files.deleteIfExists(fresh);
        }
      }
    }
    Files.deleteIfExists(lock);
  }

  /** To the disk, not only to the system's memory: what is lost here can't be made again. */
  private static void writeThrough(Path path, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void ownerOnly(Path path) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
