package io.zhenma.crypto;

import static io.zhenma.crypto.OfflineVerifier.Reason.BAD_SIGNATURE;
import static io.zhenma.crypto.OfflineVerifier.Reason.MALFORMED;
import static io.zhenma.crypto.OfflineVerifier.Reason.NO_SIGNATURE;
import static io.zhenma.crypto.OfflineVerifier.Reason.UNKNOWN_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.LinkSignature;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signed codes checked with public keys alone: what is taken, and everything else that must not be,
 * in the manner of Project Wycheproof.
 */
class OfflineVerifierTest {
  private static final String BASE = "https://zm.example";
  private static final String UNSIGNED =
      "HTTPS://ZM.EXAMPLE/01/06901234567892/10/Ab-1/21/1QFTHXYCT40A8SGPRTBB?17=271231";

  @ParameterizedTest
  @EnumSource
  void aSignedCodeIsTakenAndTellsItsParts(CodeSuite suite) {
    Scene scene = new Scene(suite);
    OfflineVerifier.Signed signed = (OfflineVerifier.Signed) scene.check(scene.code);

    assertThat(signed.base()).isEqualTo("HTTPS://ZM.EXAMPLE");
    assertThat(signed.keyId()).isEqualTo(1);
    assertThat(signed.suite()).isEqualTo(suite);
    assertThat(signed.link().gtin().digits()).isEqualTo("06901234567892");
    assertThat(signed.link().lot().orElseThrow().value()).isEqualTo("Ab-1");
    assertThat(signed.link().expiry().orElseThrow().digits()).isEqualTo("271231");
  }

  @ParameterizedTest
  @EnumSource
  void spellingsThatMeanTheSameLinkAreTaken(CodeSuite suite) {
    Scene scene = new Scene(suite);
    String code = scene.code;
    String signature = scene.signature.text();

    assertThat(
            java.util.List.of(
                code.replace("HTTPS://ZM.EXAMPLE", BASE),
                code.replace("1QFTHXYCT40A8SGPRTBB", "1qfth-xyct4-0a8sg-prtbb"),
                code.replace("CT40A", "CT4OA").replace("21/1QF", "21/LQF"),
                code.replace("?17", "/?17"),
                code.replace("/01/0690", "/01/690"),
                code.replace("Ab-1", "%41b-1"),
                code.replace(signature, signature.toLowerCase(Locale.ROOT)),
                code.replace("&S=", "&s="),
                code.replace("?17=271231&S=" + signature, "?S=" + signature + "&17=271231"),
                code.replace("&S=", "&utm_source=x&S="),
                code + "#top",
                "  " + code + "\r\n"))
        .allSatisfy(
            text -> assertThat(scene.check(text)).isInstanceOf(OfflineVerifier.Signed.class));
  }

  @ParameterizedTest
  @EnumSource
  void everyChangedCharacterOfTheLinkIsRefused(CodeSuite suite) {
    Scene scene = new Scene(suite);
    OfflineVerifier.Signed signed = (OfflineVerifier.Signed) scene.check(scene.code);
    for (int at = 0; at < scene.code.length(); at++) {
      for (char other : new char[] {'0', '1', 'A', 'Z', 'b', '/', '.', '%', 'ı', '\0'}) {
        String changed = scene.code.substring(0, at) + other + scene.code.substring(at + 1);
        if (scene.check(changed) instanceof OfflineVerifier.Signed taken) {
          // Only another spelling of the very same link
          assertThat(taken).as(changed).isEqualTo(signed);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFlippedBitOfTheSignatureIsRefused(CodeSuite suite) {
    Scene scene = new Scene(suite);
    for (int bit = 0; bit < LinkSignature.BYTES * 8; bit++) {
      byte[] bytes = scene.signature.bytes();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      scene.refuses(scene.with(bytes), BAD_SIGNATURE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void halvesThatAreZeroOrTheGroupsOrderOrBeyondAreRefused(CodeSuite suite) {
    Scene scene = new Scene(suite);
    byte[] zero = new byte[32];
    byte[] ones = new byte[32];
    Arrays.fill(ones, (byte) 0xff);
    byte[] r = Arrays.copyOf(scene.signature.bytes(), 32);
    byte[] s = Arrays.copyOfRange(scene.signature.bytes(), 32, 64);

    for (byte[] bad : new byte[][] {zero, ones, scene.order(BigInteger.ZERO)}) {
      scene.refuses(scene.with(join(bad, s)), BAD_SIGNATURE);
      scene.refuses(scene.with(join(r, bad)), BAD_SIGNATURE);
      scene.refuses(scene.with(join(bad, bad)), BAD_SIGNATURE);
    }
    scene.refuses(scene.with(join(zero, scene.order(BigInteger.ONE.negate()))), BAD_SIGNATURE);
    scene.refuses(scene.with(join(s, r)), BAD_SIGNATURE);
  }

  /** Ed25519's s counts modulo L, so s + L would be a second signature: RFC 8032, 5.1.7. */
  @Test
  void anEd25519ScalarBeyondTheOrderIsRefused() {
    Scene scene = new Scene(CodeSuite.AES_ED25519);
    byte[] r = Arrays.copyOf(scene.signature.bytes(), 32);
    BigInteger s = littleEndian(Arrays.copyOfRange(scene.signature.bytes(), 32, 64));

    for (int times = 1; times <= 8; times++) {
      BigInteger beyond = s.add(Scene.L.multiply(BigInteger.valueOf(times)));
      if (beyond.bitLength() <= 256) {
        scene.refuses(scene.with(join(r, littleEndian(beyond))), BAD_SIGNATURE);
      }
    }
  }

  /** SM2's s counts modulo n; r + s = n is not allowed either: GB/T 32918.2, 7.1. */
  @Test
  void anSm2PairBeyondTheOrderOrThatSumsToItIsRefused() {
    Scene scene = new Scene(CodeSuite.SM4_SM2);
    BigInteger n = Sm2.CURVE.getN();
    BigInteger r = new BigInteger(1, scene.signature.bytes(), 0, 32);

    scene.refuses(scene.with(join(fixed(r), fixed(n.subtract(r)))), BAD_SIGNATURE);
    scene.refuses(scene.with(join(fixed(n), fixed(BigInteger.ONE))), BAD_SIGNATURE);
    scene.refuses(scene.with(join(fixed(BigInteger.ONE), fixed(n))), BAD_SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureThatIsCutPaddedOrSpeltOtherwiseIsMalformed(CodeSuite suite) {
    Scene scene = new Scene(suite);
    String text = scene.signature.text();
    char last = text.charAt(text.length() - 1);

    for (String bad :
        new String[] {
          text.substring(1),
          text.substring(0, text.length() - 1),
          text + "0",
          text + "=",
          text + "%00",
          "0" + text,
          text.substring(0, 50) + " " + text.substring(51),
          text.substring(0, 50) + "U" + text.substring(51),
          text.substring(0, 50) + "é" + text.substring(51),
          text.substring(0, text.length() - 1) + (char) (last + 1),
          ""
        }) {
      scene.refuses(UNSIGNED + "&S=" + bad, MALFORMED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherLinksSignatureAnotherKeysAndAnotherAlgorithmsAreRefused(CodeSuite suite) {
    Scene scene = new Scene(suite);
    Scene another = new Scene(suite);
    CodeSuite other = suite == CodeSuite.AES_ED25519 ? CodeSuite.SM4_SM2 : CodeSuite.AES_ED25519;
    String stranger = scene.code.replace("HXYCT", "HXYC0");

    scene.refuses(stranger, BAD_SIGNATURE);
    scene.refuses(another.code, BAD_SIGNATURE);
    scene.refuses(new Scene(other).code, BAD_SIGNATURE);
    scene.refuses(scene.code.replace("21/1QF", "21/2QF"), UNKNOWN_KEY);
    scene.refuses(scene.code.replace("HTTPS:", "HTTP:"), BAD_SIGNATURE);
    scene.refuses(scene.code.replace("ZM.EXAMPLE", "ZM.EXAMPLE:443"), BAD_SIGNATURE);
    scene.refuses(scene.code.replace("ZM.", "ZM.EVIL@"), BAD_SIGNATURE);
    scene.refuses(scene.code.replace("Ab-1", "AB-1"), BAD_SIGNATURE);
    scene.refuses(scene.code.replace("/10/Ab-1", ""), BAD_SIGNATURE);
    scene.refuses(scene.code.replace("17=271231&", ""), BAD_SIGNATURE);
    scene.refuses(UNSIGNED, NO_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB", "https://"})
  void whatIsNoLinkWithAHostIsMalformed(String text) {
    new Scene(CodeSuite.AES_ED25519).refuses(text, MALFORMED);
  }

  @Test
  void lettersThatBecomeAsciiInUpperCaseDoNotPassForIt() {
    Scene scene = new Scene(CodeSuite.AES_ED25519, "https://sid.example");

    assertThat(scene.check(scene.code)).isInstanceOf(OfflineVerifier.Signed.class);
    scene.refuses(scene.code.replace("SID", "ſID"), MALFORMED);
    scene.refuses(scene.code.replace("SID", "SıD"), MALFORMED);
  }

  @Test
  void noTextMakesItThrow() {
    Scene scene = new Scene(CodeSuite.SM4_SM2);
    Random random = new Random(20261124);
    for (int i = 0; i < 20_000; i++) {
      char[] text = scene.code.toCharArray();
      for (int change = random.nextInt(8); change >= 0; change--) {
        text[random.nextInt(text.length)] = (char) random.nextInt(change == 0 ? 65_536 : 128);
      }
      String cut = new String(text, 0, random.nextInt(text.length + 1));
      assertThat(scene.check(cut)).isNotNull();
    }
    scene.refuses("https://" + "x".repeat(1_000_000) + "/", MALFORMED);
  }

  private static byte[] join(byte[] r, byte[] s) {
    byte[] both = Arrays.copyOf(r, 64);
    System.arraycopy(s, 0, both, 32, 32);
    return both;
  }

  private static byte[] fixed(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(32, value);
  }

  private static byte[] littleEndian(BigInteger value) {
    return reversed(fixed(value));
  }

  private static BigInteger littleEndian(byte[] bytes) {
    return new BigInteger(1, reversed(bytes));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  /** A key 1, a code that it signed, and a verifier that knows that key alone. */
  private static final class Scene {
    /** The order of Ed25519's group: RFC 8032, 5.1. */
    static final BigInteger L =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final CodeSuite suite;
    private final LinkSignature signature;
    private final String code;
    private final OfflineVerifier verifier;

    Scene(CodeSuite suite) {
      this(suite, BASE);
    }

    Scene(CodeSuite suite, String base) {
      CodeSigner signer = CodeSigner.of(suite, CodeSigner.newKey(suite));
      DigitalLink link = DigitalLink.parse(UNSIGNED);
      this.suite = suite;
      this.signature = signer.sign(link.signedText(base));
      this.code = link.signed(signature).at(base);
      PublicKeySet published = new PublicKeySet(Map.of(1, signer.verifier()));
      this.verifier = new OfflineVerifier(PublicKeySet.parse(published.json()));
    }

    OfflineVerifier.Result check(String text) {
      return verifier.check(text);
    }

    void refuses(String text, OfflineVerifier.Reason reason) {
      assertThat(check(text)).as(text).isEqualTo(new OfflineVerifier.Refused(reason));
    }

    String with(byte[] signatureBytes) {
      return UNSIGNED + "&S=" + LinkSignature.of(signatureBytes);
    }

    /** The order of the suite's group, or a number beside it, as it stands in a signature. */
    byte[] order(BigInteger plus) {
      return switch (suite) {
        case AES_ED25519 -> littleEndian(L.add(plus));
        case SM4_SM2 -> fixed(Sm2.CURVE.getN().add(plus));
      };
    }
  }
}
