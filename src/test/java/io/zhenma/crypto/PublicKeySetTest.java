package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeySetTest {
  private static final CodeVerifier ED25519 = verifier(CodeSuite.AES_ED25519);
  private static final CodeVerifier SM2 = verifier(CodeSuite.SM4_SM2);

  @Test
  void aSetReadsBackAsItWasWritten() {
    PublicKeySet set = PublicKeySet.parse(new PublicKeySet(Map.of(1, ED25519, 31, SM2)).json());

    assertThat(set.key(1).orElseThrow().publicKey()).isEqualTo(ED25519.publicKey());
    assertThat(set.key(31).orElseThrow().publicKey()).isEqualTo(SM2.publicKey());
    assertThat(set.key(2)).isEmpty();
  }

  /** RFC 8037, appendix A.2: the public key of RFC 8032's first test. */
  @Test
  void anEd25519KeyStandsAsTheRfcShowsIt() {
    CodeVerifier published =
        CodeVerifier.of(
            CodeSuite.AES_ED25519,
            HexFormat.of()
                .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

    assertThat(new PublicKeySet(Map.of(10, published)).json())
        .isEqualTo(
            "{\"keys\":[{\"kid\":\"A\",\"use\":\"sig\",\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                + "\"alg\":\"EdDSA\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}");
  }

  @Test
  void keysOfOtherTypesUsesAndIdsArePassedOver() {
    String json =
        """
        {"keys": [{"kty": "RSA", "kid": "1", "n": "x", "e": "AQAB"},
                  {"kty": "OKP", "crv": "X25519", "kid": "1", "x": "AA"},
                  {"kty": "OKP", "crv": "Ed25519", "use": "enc", "kid": "1", "x": "AA"},
                  {"kty": "OKP", "crv": "Ed25519", "kid": "long name", "x": "AA"},
                  {"kty": "OKP", "crv": "Ed25519", "x": "AA"},
                  17, null]}
        """;

    assertThat(PublicKeySet.parse(json).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{}",
        "[]",
        "{\"keys\":{}}",
        "{\"keys\":[]} {}",
        "{\"keys\":[],\"keys\":[]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"1\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"1\",\"x\":\"AA\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"1\",\"x\":\"é\"}]}",
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"SM2\",\"kid\":\"1\",\"x\":\"AA\",\"y\":\"AA\"}]}"
      })
  void whatIsNoSetOfKeysIsRefused(String json) {
    assertThatThrownBy(() -> PublicKeySet.parse(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSetThatIsTooLongOrHasAnIdTwiceIsRefused() {
    String one = new PublicKeySet(Map.of(1, ED25519)).json();
    String key = one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'));

    assertThatThrownBy(() -> PublicKeySet.parse(one + " ".repeat(70_000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PublicKeySet.parse("{\"keys\":[" + key + "," + key + "]}"))
        .hasMessageContaining("two keys");
  }

  /**
   * The eight points of small order and their other spellings: a signature under them is no proof.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
      })
  void anEd25519KeyOfSmallOrderIsRefused(String hex) {
    byte[] point = HexFormat.of().parseHex(hex);
    String x = Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    String json =
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"1\",\"x\":\"" + x + "\"}]}";

    assertThatThrownBy(() -> PublicKeySet.parse(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anSm2KeyOffTheCurveOrAtInfinityIsRefused() {
    byte[] off = SM2.publicKey();
    off[64] ^= 1;
    byte[] zero = new byte[65];
    zero[0] = 4;

    for (byte[] point : new byte[][] {off, zero, new byte[65], new byte[] {0}}) {
      assertThatThrownBy(() -> CodeVerifier.of(CodeSuite.SM4_SM2, point))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static CodeVerifier verifier(CodeSuite suite) {
    return CodeSigner.of(suite, CodeSigner.newKey(suite)).verifier();
  }
}
