package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
  private static final DataCipher CIPHER = new DataCipher(SecretKey256.random());

  @Test
  void whatWasSealedOpensInItsPlaceAlone() {
    WebhookSecret secret = WebhookSecret.random();
    byte[] sealed = secret.sealed(CIPHER, "a");

    assertThat(WebhookSecret.open(sealed, CIPHER, "a").text()).isEqualTo(secret.text());
    assertThat(secret.sealed(CIPHER, "a")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> WebhookSecret.open(sealed, CIPHER, "b"))
        .isInstanceOf(KeyVaultException.class);
    assertThatThrownBy(() -> WebhookSecret.open(sealed, new DataCipher(SecretKey256.random()), "a"))
        .isInstanceOf(KeyVaultException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> WebhookSecret.open(sealed, CIPHER, "a"))
        .isInstanceOf(KeyVaultException.class);
    assertThatThrownBy(() -> WebhookSecret.open(new byte[5], CIPHER, "a"))
        .isInstanceOf(KeyVaultException.class);
    assertThat(secret.toString()).doesNotContain(secret.text());
  }

  @Test
  void aSignatureIsTheHmacOfIdTimestampAndBody() {
    byte[] key = HexFormat.of().parseHex("00".repeat(31) + "01");
    WebhookSecret secret = WebhookSecret.open(CIPHER.seal(key, "test"), CIPHER, "test");

    // printf 'msg_1.1700000000.{"a":1}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…01
    assertThat(secret.text()).isEqualTo("whsec_" + Base64.getEncoder().encodeToString(key));
    assertThat(secret.signature("msg_1", 1_700_000_000L, "{\"a\":1}"))
        .isEqualTo("v1,j5KKXXBonEVp9zASyyd18WloGNepsGFARsNWcDeh/oI=");
  }
}
