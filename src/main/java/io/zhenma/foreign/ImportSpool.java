package io.zhenma.foreign;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Uploaded lists on disk, readable by their owner only, from the upload until they have been read.
 */
@ApplicationScoped
class ImportSpool {
  /** Largest file. */
  static final long MOST_BYTES = 128L << 20;

  /** Older files belong to no import any more: an upload that broke off, a process that died. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private static final Logger LOG = Logger.getLogger(ImportSpool.class);
  private static final int BUFFER = 1 << 16;

  private final Path dir;

  ImportSpool(ImportConfig config) {
    this.dir = config.dir();
  }

  /**
   * Keeps an upload.
   *
   * @throws ProblemException too-large; overloaded when the disk takes no more
   */
  Path receive(InputStream upload) throws IOException {
    Path file = fresh();
    boolean complete = false;
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      copy(upload, out);
      complete = true;
      return file;
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path fresh() {
    try {
      Files.createDirectories(dir);
      return dir.getFileSystem().supportedFileAttributeViews().contains("posix")
          ? Files.createTempFile(
              dir,
              "upload-",
              ".csv",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
          : Files.createTempFile(dir, "upload-", ".csv");
    } catch (IOException unwritable) {
      throw full(unwritable);
    }
  }

  private static void copy(InputStream upload, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (int read = upload.read(buffer); read >= 0; read = upload.read(buffer)) {
      total += read;
      if (total > MOST_BYTES) {
        throw ProblemException.of(ProblemType.TOO_LARGE);
      }
      write(out, buffer, read);
    }
  }

  private static void write(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException full) {
      throw full(full);
    }
  }

  private static ProblemException full(IOException cause) {
    LOG.error("an upload could not be kept; is the disk full?", cause);
    return ProblemException.later(ProblemType.OVERLOADED, Duration.ofMinutes(5));
  }

  /** Gives an upload to the import that was made for it. */
  void assign(Path upload, long importId) throws IOException {
    Files.move(upload, of(importId), StandardCopyOption.ATOMIC_MOVE);
  }

  InputStream open(long importId) throws IOException {
    return Files.newInputStream(of(importId));
  }

  void delete(long importId) {
    discard(of(importId));
  }

  void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      LOG.warnf(failure, "a list that was read could not be deleted: %s", file.getFileName());
    }
  }

  /** Deletes what nobody will read any more. */
  void forget() {
    Instant since = Instant.now().minus(FORGOTTEN_AFTER);
    try (Stream<Path> all = Files.isDirectory(dir) ? Files.list(dir) : Stream.empty()) {
      List<Path> files =
          all.filter(file -> file.getFileName().toString().endsWith(".csv")).toList();
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          discard(file);
        }
      }
    } catch (IOException failure) {
      LOG.warn("old lists could not be looked for", failure);
    }
  }

  private Path of(long importId) {
    return dir.resolve("import-" + importId + ".csv");
  }
}
