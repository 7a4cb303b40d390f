package io.zhenma.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that hold a secret. */
final class PrivateFile {

  private PrivateFile() {}

  /**
   * Makes the file anew, readable and writable by its owner only from the moment it exists. Where
   * the file system has no POSIX permissions the directory's own rights apply.
   */
  static Writer writer(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return Files.newBufferedWriter(file);
  }
}
