package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensTest {
  private final SecretKey256 key = SecretKey256.random();
  private final TokenSigner signer = new TokenSigner(key, "device");

  @Test
  void aTokenIsRecognisedByWhoeverHasTheKey() {
    String token = signer.issue();

    assertThat(new TokenSigner(key, "device").verified(token)).contains(token);
  }

  @Test
  void aTokenOfAnotherKeyOrPurposeOrAChangedOneIsRefused() {
    String token = signer.issue();
    String changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

    assertThat(new TokenSigner(SecretKey256.random(), "device").verified(token)).isEmpty();
    assertThat(new TokenSigner(key, "other").verified(token)).isEmpty();
    assertThat(signer.verified(changed)).isEmpty();
    assertThat(signer.verified("")).isEmpty();
    assertThat(signer.verified("ä".repeat(43))).isEmpty();
    assertThat(signer.verified("A".repeat(10_000))).isEmpty();
  }

  @Test
  void aTokenWithAnyOneBitFlippedIsRefused() {
    byte[] bytes = Base64.getUrlDecoder().decode(signer.issue());
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] forged = bytes.clone();
      forged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
      assertThat(signer.verified(token)).as("bit %d", bit).isEmpty();
    }
  }

  /** 43 characters hold two bits more than the token: they must not make it another one. */
  @Test
  void aTokenWrittenDifferentlyIsTheSameToken() {
    String token = signer.issue();
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = digits.indexOf(token.charAt(42));
    for (int spare = 1; spare < 4; spare++) {
      String other = token.substring(0, 42) + digits.charAt(last ^ spare);
      assertThat(signer.verified(other)).isIn(Optional.empty(), Optional.of(token));
    }
    assertThat(signer.verified(token + "=")).isIn(Optional.empty(), Optional.of(token));
  }

  @Test
  void fingerprintsAreStableOneWayAndApartBetweenBrandsAndKinds() {
    Fingerprinter brand = new Fingerprinter(key);
    Fingerprint fingerprint = brand.of("device", "x");

    assertThat(brand.of("device", "x")).isEqualTo(fingerprint);
    assertThat(Fingerprint.parse(fingerprint.toString())).isEqualTo(fingerprint);
    assertThat(brand.of("phone", "x")).isNotEqualTo(fingerprint);
    assertThat(new Fingerprinter(SecretKey256.random()).of("device", "x"))
        .isNotEqualTo(fingerprint);
  }

  @Test
  void noSecretPrintsItself() {
    SessionToken session = SessionToken.random();

    assertThat(key.toString()).doesNotContainPattern("[0-9a-f]{8}");
    assertThat(session.toString()).doesNotContain(session.value());
    assertThat(PasswordHash.of("secret-secret", new PasswordCost(8, 1)).toString())
        .doesNotContain("argon2");
  }

  @Test
  void aSessionAllowsItsOwnAntiForgeryTokenOnly() {
    SessionToken session = SessionToken.random();

    assertThat(session.allows(session.antiForgeryToken())).isTrue();
    assertThat(session.allows(SessionToken.random().antiForgeryToken())).isFalse();
    assertThat(session.allows(session.value())).isFalse();
  }
}
