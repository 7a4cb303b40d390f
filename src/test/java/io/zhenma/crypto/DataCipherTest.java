package io.zhenma.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DataCipherTest {
  private final DataCipher cipher = new DataCipher(SecretKey256.random());

  @Test
  void whatWasSealedOpensAgain() {
    for (byte[] plain : new byte[][] {{}, "电话 138".getBytes(UTF_8), new byte[100_000]}) {
      byte[] sealed = cipher.seal(plain, "row 1");
      assertThat(sealed).hasSize(plain.length + DataCipher.OVERHEAD);
      assertThat(cipher.open(sealed, "row 1")).isEqualTo(plain);
    }
  }

  @Test
  void sealedTwiceItLooksDifferent() {
    assertThat(cipher.seal(new byte[16], "row")).isNotEqualTo(cipher.seal(new byte[16], "row"));
  }

  @Test
  void elsewhereItDoesNotOpen() {
    byte[] sealed = cipher.seal("a".getBytes(UTF_8), "row 1");
    refused(cipher, sealed, "row 2");
    refused(new DataCipher(SecretKey256.random()), sealed, "row 1");
  }

  @Test
  void noChangedBitGoesUnseen() {
    byte[] sealed = cipher.seal("abc".getBytes(UTF_8), "row");
    for (int i = 0; i < sealed.length * 8; i++) {
      byte[] changed = sealed.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      refused(cipher, changed, "row");
    }
    for (int length = 0; length < sealed.length; length++) {
      refused(cipher, Arrays.copyOf(sealed, length), "row");
    }
  }

  private static void refused(DataCipher cipher, byte[] sealed, String context) {
    assertThatThrownBy(() -> cipher.open(sealed, context)).isInstanceOf(KeyVaultException.class);
  }
}
