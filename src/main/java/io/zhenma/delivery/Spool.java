package io.zhenma.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of deliveries on disk: a folder a brand, in it one a delivery. A file has a name of its
 * own each time it is made, so that two replicas never write to the same one.
 */
@ApplicationScoped
class Spool {
  private static final String UNFINISHED = ".tmp";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path root;

  Spool(DeliveryConfig config) {
    this.root = config.dir().toAbsolutePath().normalize();
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /** Where a file of the delivery is, whether it is there or not. */
  Path file(Delivery delivery, String name) {
    return folder(delivery).resolve(name);
  }

  /**
   * Writes a file under a temporary name, forces it to disk and gives it its name; on any failure
   * nothing of it stays.
   *
   * @return its name in the spool
   */
  String write(Delivery delivery, Content content) throws IOException {
    Path folder = folder(delivery);
    createOwnersFolder(folder);
    String name = UUID.randomUUID().toString();
    Path temporary = folder.resolve(name + UNFINISHED);
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      force(folder);
      return name;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  void delete(Delivery delivery, String name) throws IOException {
    Files.deleteIfExists(file(delivery, name));
  }

  /** Deletes what a maker that died left behind: everything but the files in {@code known}. */
  void sweep(Delivery delivery, Set<String> known) throws IOException {
    for (Path file : list(folder(delivery))) {
      if (!known.contains(file.getFileName().toString())) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Deletes all files of a delivery. */
  void empty(Delivery delivery) throws IOException {
    sweep(delivery, Set.of());
    Files.deleteIfExists(folder(delivery));
    try {
      Files.deleteIfExists(folder(delivery).getParent());
    } catch (DirectoryNotEmptyException otherDeliveries) {
      return;
    }
  }

  private Path folder(Delivery delivery) {
    return root.resolve(Long.toString(delivery.brandId)).resolve(Long.toString(delivery.id));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    }
  }

  /** Codes are for the owner's eyes. */
  private static void createOwnersFolder(Path folder) throws IOException {
    FileAttribute<?>[] ownerOnly =
        POSIX
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, ownerOnly);
  }

  /** The rename has to survive a power cut, too. Some systems can't open a folder. */
  private static void force(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
