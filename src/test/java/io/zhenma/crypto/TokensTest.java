package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aPasswordIsKnownByItsHashAlone() {
    PasswordHash hash = PasswordHash.of("correct horse battery");

    assertThat(new PasswordHash(hash.phc()).matches("correct horse battery")).isTrue();
    assertThat(hash.matches("correct horse batterz")).isFalse();
    assertThat(PasswordHash.of("correct horse battery")).isNotEqualTo(hash);
    assertThat(PasswordHash.NOBODY.matches("")).isFalse();
  }

  @Test
  void noSecretPrintsItself() {
    SessionToken session = SessionToken.random();

    assertThat(key.toString()).doesNotContainPattern("[0-9a-f]{8}");
    assertThat(session.toString()).doesNotContain(session.value());
    assertThat(PasswordHash.of("secret-secret").toString()).doesNotContain("argon2");
  }

  @Test
  void aSessionAllowsItsOwnAntiForgeryTokenOnly() {
    SessionToken session = SessionToken.random();

    assertThat(session.allows(session.antiForgeryToken())).isTrue();
    assertThat(session.allows(SessionToken.random().antiForgeryToken())).isFalse();
    assertThat(session.allows(session.value())).isFalse();
  }
}
