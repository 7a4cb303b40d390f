package io.zhenma.crypto;

import static io.zhenma.gs1.FuzzText.require;

import io.zhenma.gs1.FuzzText;
import io.zhenma.gs1.LinkSignature;
import java.util.Map;

/**
 * Signed codes and published keys as a stranger's program gets them: a text that begins with a
 * brace is a JWK set, every other is a code.
 */
public final class OfflineVerifierFuzz {
  /** Keys that anybody can know: what they signed is in the corpus. */
  private static final PublicKeySet KEYS =
      new PublicKeySet(
          Map.of(
              1, CodeSigner.of(CodeSuite.AES_ED25519, key(1)).verifier(),
              2, CodeSigner.of(CodeSuite.SM4_SM2, key(2)).verifier()));

  private OfflineVerifierFuzz() {}

  static SecretKey256 key(int last) {
    byte[] bytes = new byte[32];
    bytes[31] = (byte) last;
    return new SecretKey256(bytes);
  }

  public static void fuzzerTestOneInput(byte[] data) {
    String text = FuzzText.of(data);
    if (text.startsWith("{")) {
      keys(text);
    } else {
      code(text);
    }
  }

  private static void keys(String json) {
    PublicKeySet read;
    try {
      read = PublicKeySet.parse(json);
    } catch (IllegalArgumentException refused) {
      require(refused.getMessage() != null, "a refusal that says why", refused);
      return;
    }
    String written = read.json();
    require(PublicKeySet.parse(written).json().equals(written), "its own text is read", written);
  }

  private static void code(String text) {
    OfflineVerifier verifier = new OfflineVerifier(KEYS);
    OfflineVerifier.Result result = verifier.check(text);
    if (result instanceof OfflineVerifier.Refused refused) {
      require(refused.reason() != null, "a reason that is documented", refused);
      return;
    }
    OfflineVerifier.Signed signed = (OfflineVerifier.Signed) result;
    String canonical = signed.link().at(signed.base());
    require(verifier.check(canonical).equals(signed), "the canonical link is signed", canonical);
    byte[] flipped = signed.link().signature().orElseThrow().bytes();
    flipped[text.length() % flipped.length] ^= 1;
    String forged = signed.link().signed(LinkSignature.of(flipped)).at(signed.base());
    require(verifier.check(forged) instanceof OfflineVerifier.Refused, "one bit decides", forged);
  }
}
