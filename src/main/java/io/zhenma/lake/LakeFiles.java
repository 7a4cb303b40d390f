package io.zhenma.lake;

import io.zhenma.crypto.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The lake's files on disk: {@code scan/day=2026-11-23/brand-7.parquet}. A file has its name only
 * once it is complete and on the disk.
 */
@ApplicationScoped
class LakeFiles {
  private static final int BUFFER = 1 << 16;
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path root;

  LakeFiles(LakeConfig config) {
    this.root = config.dir().toAbsolutePath().normalize();
  }

  /** Where the file of a part is, whether it is there or not. */
  Path file(LakePart part) {
    String suffix = part.part() == 1 ? "" : ".part-" + part.part();
    return root.resolve("scan")
        .resolve("day=" + part.day())
        .resolve("brand-" + part.brandId() + suffix + ".parquet");
  }

  /** A folder for what is not finished, made if need be. */
  Path drafts() throws IOException {
    return createFolder(root.resolve(".drafts"));
  }

  Path draft() throws IOException {
    return drafts().resolve(UUID.randomUUID() + ".parquet");
  }

  /** Deletes what a process that died left unfinished. */
  void sweep() throws IOException {
    for (Path leftover : list(drafts())) {
      delete(leftover);
    }
  }

  private static void delete(Path leftover) throws IOException {
    if (Files.isDirectory(leftover)) {
      for (Path inside : list(leftover)) {
        delete(inside);
      }
    }
    Files.deleteIfExists(leftover);
  }

  /** Forces the draft to the disk. */
  void force(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Gives the draft its name, in place of a file of that name; survives a power cut. */
  void publish(Path draft, LakePart part) throws IOException {
    Path file = file(part);
    Path folder = createFolder(Objects.requireNonNull(file.getParent()));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(folder);
    forceFolder(Objects.requireNonNull(folder.getParent()));
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream input = Files.newInputStream(file)) {
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Sha256.hex(digest);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    }
  }

  private static Path createFolder(Path folder) throws IOException {
    FileAttribute<?>[] ownerOnly =
        POSIX
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    return Files.createDirectories(folder, ownerOnly);
  }

  /** Some systems can't open a folder. */
  private static void forceFolder(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
