package io.zhenma.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** The directory that holds the embedded database: its binaries, its tables, its state and log. */
record DataDirectory(Path path) {

  /** Longer than a first start on a slow disk: unpacking, initialising and recovering. */
  private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(3);

  private static final long LOCK_POLL_MS = 50;

  /** Makes the directory if need be and checks that this process may write there. */
  static DataDirectory open(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      Files.delete(Files.createTempFile(absolute, "writable", null));
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "Zhenma cannot write to its data directory "
              + absolute
              + ". Give the user '"
              + System.getProperty("user.name")
              + "' the right to, or choose another with ZHENMA_DATA_DIR",
          e);
    }
    return new DataDirectory(absolute);
  }

  Path tables() {
    return path.resolve("mysql");
  }

  Path stateFile() {
    return path.resolve("mysql.properties");
  }

  Path log() {
    return path.resolve("mysql.log");
  }

  /** The server's temporary tables. Another server would sweep them out of a common place. */
  Path scratch() {
    return path.resolve("mysql.tmp");
  }

  Path initFile() {
    return path.resolve("mysql-init.sql");
  }

  long usableBytes() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  /** Waits until no other process starts or stops the server of this directory. */
  Lock lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("mysql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Instant deadline = Instant.now().plus(LOCK_TIMEOUT);
    while (!tryLock(channel)) {
      if (Instant.now().isAfter(deadline)) {
        channel.close();
        throw new EmbeddedDatabaseException(
            "Another process has been starting the database in " + path + " for too long");
      }
      Pause.millis(LOCK_POLL_MS);
    }
    return channel::close;
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return false;
    }
  }

  /** Closing it lets the next process in; so does the death of this one. */
  interface Lock extends AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
