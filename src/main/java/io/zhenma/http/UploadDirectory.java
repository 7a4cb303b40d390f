package io.zhenma.http;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where files of forms lie until their request is answered: below the data directory, readable by
 * its owner only, one directory a process. A process that died leaves its directory; the next one
 * to start deletes it. A lock tells which ones are in use.
 */
@Startup
@ApplicationScoped
class UploadDirectory {
  private static final String OWNER_ONLY = "rwx------";
  private static final String IN_USE = "in-use.lock";

  private final Path own;
  private final FileChannel use;

  UploadDirectory(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path uploads) {
    Path all = uploads.toAbsolutePath().normalize();
    try {
      Files.createDirectories(all);
      if (Files.getFileStore(all).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(all, PosixFilePermissions.fromString(OWNER_ONLY));
      }
      try (FileChannel one = channel(all.resolve("sweep.lock"));
          FileLock ignored = one.lock()) {
        sweep(all);
        own = Files.createTempDirectory(all, "process");
        use = channel(own.resolve(IN_USE));
        use.lock();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("uploads cannot be kept in " + all, e);
    }
  }

  Path path() {
    return own;
  }

  private static void sweep(Path all) throws IOException {
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(all, Files::isDirectory)) {
      for (Path directory : directories) {
        if (isLeft(directory)) {
          delete(directory);
        }
      }
    }
  }

  private static boolean isLeft(Path directory) throws IOException {
    try (FileChannel channel = channel(directory.resolve(IN_USE));
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @PreDestroy
  void close() throws IOException {
    use.close();
    delete(own);
  }
}
