package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.SoftToken;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's key in a token, here one of SoftHSM. */
class TokenKeyStoreTest {
  private static final char[] PIN = SoftToken.PIN.toCharArray();
  private static Path library = Path.of("");

  @TempDir Path folder;

  @BeforeAll
  static void makeTokens() {
    library = SoftToken.library();
    SoftToken.makeTokens(
        Path.of("target", "softhsm", "softhsm2.conf"),
        "zhenma",
        "another",
        "guarded",
        "twin",
        "twin");
  }

  @Test
  void aKeyWrappedInFrontOfTheTokenUnwrapsInside() {
    SecretKey256 key = SecretKey256.random();
    byte[] wrapped = token("zhenma").open(true).wrap(key, "brand/1");

    assertThat(token("zhenma").open(false).unwrap(wrapped, "brand/1").bytes())
        .isEqualTo(key.bytes());
  }

  @Test
  void theTokenRefusesAnotherPurposeAnotherKeyAndDamage() {
    KeyVault vault = token("zhenma").open(true);
    byte[] wrapped = vault.wrap(SecretKey256.random(), "brand/1");
    byte[] foreign = token("another").open(true).wrap(SecretKey256.random(), "brand/1");
    byte[] damaged = wrapped.clone();
    damaged[100] ^= 1;
    byte[] cut = java.util.Arrays.copyOf(wrapped, wrapped.length - 1);
    byte[] tooLarge = new byte[wrapped.length];
    java.util.Arrays.fill(tooLarge, (byte) 0xff);

    assertThat(vault.opens(wrapped, "brand/1")).isTrue();
    assertThat(vault.opens(wrapped, "brand/2")).isFalse();
    assertThat(vault.opens(foreign, "brand/1")).isFalse();
    assertThat(vault.opens(damaged, "brand/1")).isFalse();
    assertThat(vault.opens(cut, "brand/1")).isFalse();
    assertThat(vault.opens(tooLarge, "brand/1")).isFalse();
    assertThat(vault.opens(new byte[wrapped.length], "brand/1")).isFalse();
  }

  @Test
  void keysMoveFromTheFileToTheTokenAndBackUnchanged() {
    KeyVault file = new PlatformKeyStore(folder.resolve("k.p12"), PIN).open(true);
    KeyVault token = token("zhenma").open(true);
    SecretKey256 key = SecretKey256.random();

    byte[] moved = file.rewrap(file.wrap(key, "x"), "x", token);
    byte[] back = token.rewrap(moved, "x", file);

    assertThat(file.opens(moved, "x")).isFalse();
    assertThat(token.unwrap(moved, "x").bytes()).isEqualTo(key.bytes());
    assertThat(file.unwrap(back, "x").bytes()).isEqualTo(key.bytes());
  }

  @Test
  void thePrivateKeyIsSensitiveAndStaysInside() throws Exception {
    token("zhenma").open(true);
    int index = TokenSlots.indexOf(new TokenProvider(library), "zhenma");
    KeyStore store =
        KeyStore.getInstance("PKCS11", new TokenProvider(library).slot("slotListIndex = " + index));
    store.load(null, PIN);
    PrivateKey key = (PrivateKey) store.getKey("zhenma-platform", null);

    assertThat(key.getEncoded()).isNull();
    assertThat(key.toString()).contains("token object", "sensitive", "unextractable");
  }

  @Test
  void aWrongPinIsSaidPlainlyAndNotShown() {
    // A token of its own: one that has let this process in asks it no more
    TokenKeyStore wrong =
        new TokenKeyStore(
            library, Optional.empty(), Optional.of("guarded"), "12121212".toCharArray(), "k");

    assertThatThrownBy(() -> wrong.open(false))
        .isInstanceOf(KeyVaultException.class)
        .hasMessageContaining("PIN is wrong")
        .hasMessageNotContaining("12121212");
  }

  @Test
  void aMissingLibraryTokenSlotOrKeyIsSaidPlainly() {
    TokenKeyStore noLibrary =
        new TokenKeyStore(
            Path.of("/nowhere/lib.so"), Optional.empty(), Optional.of("zhenma"), PIN, "k");
    TokenKeyStore noSlot =
        new TokenKeyStore(library, Optional.of(4711L), Optional.empty(), PIN, "k");
    TokenKeyStore noKey =
        new TokenKeyStore(library, Optional.empty(), Optional.of("zhenma"), PIN, "none");

    assertThatThrownBy(() -> noLibrary.open(true)).hasMessageContaining("/nowhere/lib.so");
    assertThatThrownBy(() -> noSlot.open(true)).hasMessageContaining("refused");
    assertThatThrownBy(() -> noKey.open(false)).hasMessageContaining("no key \"none\"");
    assertThatThrownBy(() -> token("absent").open(true))
        .hasMessageContaining("\"absent\"")
        .hasMessageContaining("another");
    assertThatThrownBy(() -> token("twin").open(true)).hasMessageContaining("several tokens");
  }

  @Test
  void aFileThatIsNoLibraryIsSaidPlainly() throws Exception {
    Path text = java.nio.file.Files.writeString(folder.resolve("lib.so"), "no library");
    TokenKeyStore store =
        new TokenKeyStore(text, Optional.empty(), Optional.of("zhenma"), PIN, "k");

    assertThatThrownBy(() -> store.open(true))
        .isInstanceOf(KeyVaultException.class)
        .hasMessageContaining("lib.so");
  }

  private static TokenKeyStore token(String label) {
    return new TokenKeyStore(library, Optional.empty(), Optional.of(label), PIN, "zhenma-platform");
  }
}
