package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadDirectoryTest {
  @TempDir Path data;

  @Test
  void aStartSweepsWhatAKilledProcessLeft() throws IOException {
    Path left = Files.createDirectories(data.resolve("process1"));
    Files.writeString(left.resolve("photo"), "x");
    Files.createFile(left.resolve("in-use.lock"));

    UploadDirectory directory = new UploadDirectory(data);

    assertThat(left).doesNotExist();
    assertThat(UploadDirectory.class).hasAnnotation(Startup.class);
    directory.close();
  }

  @Test
  void whatAnotherUsesStays() throws IOException {
    UploadDirectory one = new UploadDirectory(data);
    Path photo = Files.writeString(one.path().resolve("photo"), "x");

    UploadDirectory two = new UploadDirectory(data);

    assertThat(photo).exists();
    assertThat(two.path()).isNotEqualTo(one.path());
    one.close();
    two.close();
    assertThat(one.path()).doesNotExist();
  }

  @Test
  void onlyItsOwnerLooksIn() throws IOException {
    UploadDirectory directory = new UploadDirectory(data.resolve("uploads"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
        .isEqualTo("rwx------");
    directory.close();
  }
}
