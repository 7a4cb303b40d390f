package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformKeyStoreTest {
  private static final char[] PASSWORD = "correct horse".toCharArray();

  @TempDir Path folder;

  @Test
  void aKeyWrappedBeforeARestartUnwrapsAfterIt() {
    SecretKey256 key = SecretKey256.random();
    byte[] wrapped = store().open(true).wrap(key, "brand/1");

    assertThat(store().open(false).unwrap(wrapped, "brand/1").bytes()).isEqualTo(key.bytes());
  }

  @Test
  void aKeyWrappedForOneUseDoesNotUnwrapForAnother() {
    KeyVault vault = store().open(true);
    byte[] wrapped = vault.wrap(SecretKey256.random(), "brand/1");

    assertThatThrownBy(() -> vault.unwrap(wrapped, "brand/2"))
        .isInstanceOf(KeyVaultException.class);
  }

  @Test
  void anotherPasswordOrAMissingFileIsSaidPlainly() {
    store().open(true);
    PlatformKeyStore wrong = new PlatformKeyStore(folder.resolve("k.p12"), "nope".toCharArray());
    PlatformKeyStore missing = new PlatformKeyStore(folder.resolve("none.p12"), PASSWORD);

    assertThatThrownBy(() -> wrong.open(true))
        .isInstanceOf(KeyVaultException.class)
        .hasMessageContaining("k.p12");
    assertThatThrownBy(() -> missing.open(false)).isInstanceOf(KeyVaultException.class);
  }

  @Test
  void aCopyOpensUnderItsOwnPasswordAndHoldsTheSameKey() {
    KeyVault own = store().open(true);
    PlatformKeyStore copy = new PlatformKeyStore(folder.resolve("copy.p12"), "other".toCharArray());
    store().copyTo(copy);
    byte[] wrapped = own.wrap(SecretKey256.random(), "x");

    assertThat(copy.open(false).isSameAs(own)).isTrue();
    assertThat(copy.open(false).fingerprint()).isEqualTo(own.fingerprint());
    assertThat(copy.open(false).opens(wrapped, "x")).isTrue();
    assertThatThrownBy(() -> new PlatformKeyStore(folder.resolve("copy.p12"), PASSWORD).open(false))
        .isInstanceOf(KeyVaultException.class);
  }

  @Test
  void aCopyReplacesNothing() throws IOException {
    store().open(true);
    Path there = Files.writeString(folder.resolve("there"), "precious");

    assertThatThrownBy(() -> store().copyTo(new PlatformKeyStore(there, PASSWORD)))
        .isInstanceOf(KeyVaultException.class)
        .hasMessageContaining("exists already");
    assertThat(there).hasContent("precious");
  }

  @Test
  void keysWrappedForOneKeystoreCanBeWrappedForAnotherButNotByAThird() {
    KeyVault first = store().open(true);
    KeyVault second = new PlatformKeyStore(folder.resolve("2.p12"), PASSWORD).open(true);
    SecretKey256 key = SecretKey256.random();
    byte[] wrapped = first.wrap(key, "x");

    assertThat(second.unwrap(first.rewrap(wrapped, "x", second), "x").bytes())
        .isEqualTo(key.bytes());
    assertThatThrownBy(() -> second.rewrap(wrapped, "x", first))
        .isInstanceOf(KeyVaultException.class);
    assertThat(first.isSameAs(second)).isFalse();
  }

  @Test
  void aGeneratedPasswordIsAllThatItsFileHolds() throws IOException {
    Path file = folder.resolve("password");
    String password = OwnerFile.secret(file, 20);

    assertThat(password).hasSize(20);
    assertThat(Files.readString(file)).isEqualTo(password);
    assertThat(OwnerFile.secret(file, 20)).isEqualTo(password);
  }

  @Test
  void onlyTheOwnerMayReadTheFiles() throws IOException {
    store().open(true);
    OwnerFile.secret(folder.resolve("password"), 32);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void twoStartsAtOnceEndWithOneKeystore() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    Callable<KeyVault> open = () -> store().open(true);
    List<KeyVault> vaults =
        two.invokeAll(List.of(open, open)).stream()
            .map(
                future -> {
                  try {
                    return future.get();
                  } catch (Exception failure) {
                    throw new AssertionError(failure);
                  }
                })
            .toList();
    two.shutdown();
    byte[] wrapped = vaults.get(0).wrap(SecretKey256.random(), "x");

    assertThat(vaults.get(1).unwrap(wrapped, "x")).isNotNull();
  }

  private PlatformKeyStore store() {
    return new PlatformKeyStore(folder.resolve("k.p12"), PASSWORD);
  }
}
