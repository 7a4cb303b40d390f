package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.SerialNumber;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.junit.jupiter.api.Test;

class CodeCipherTest {
  private static final Gtin GTIN = Gtin.parse("6901234567892");
  private static final Gtin OTHER_GTIN = Gtin.parse("09521234543213");
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final CodeCipher CIPHER =
      new CodeCipher(7, CodeSuite.AES_ED25519, SecretKey256.random());

  @Property
  void whatIsSealedOpensToTheSame(
      @ForAll CodeKind kind,
      @ForAll @IntRange(max = CodeContent.MAX_BATCH) int batch,
      @ForAll @IntRange(max = CodeContent.MAX_ITEMS - 1) int item) {
    CodeContent content = new CodeContent(kind, batch, item);
    SerialNumber serial = CIPHER.seal(GTIN, content);

    assertThat(CIPHER.open(GTIN, serial)).contains(content);
    assertThat(serial.keyId()).isEqualTo(7);
  }

  @Property
  void anyChangedCharacterIsRefused(
      @ForAll @IntRange(max = 1_000_000) int item,
      @ForAll @IntRange(max = 19) int place,
      @ForAll @IntRange(min = 1, max = 31) int change) {
    SerialNumber serial = CIPHER.seal(GTIN, new CodeContent(CodeKind.INNER, 3, item));
    StringBuilder changed = new StringBuilder(serial.value());
    int digit = ALPHABET.indexOf(changed.charAt(place));
    changed.setCharAt(place, ALPHABET.charAt((digit + change) % 32));

    assertThat(CIPHER.open(GTIN, new SerialNumber(changed.toString()))).isEmpty();
  }

  @Test
  void aSerialNumberIsWorthNothingUnderAnotherProductOrKey() {
    SerialNumber serial = CIPHER.seal(GTIN, new CodeContent(CodeKind.INNER, 1, 1));

    assertThat(CIPHER.open(OTHER_GTIN, serial)).isEmpty();
    assertThat(new CodeCipher(7, CodeSuite.AES_ED25519, SecretKey256.random()).open(GTIN, serial))
        .isEmpty();
  }

  @Test
  void randomSerialNumbersAreRefused() {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      SerialNumber serial = SerialNumber.of(7, random.nextLong() >>> 19, random.nextLong() >>> 14);
      assertThat(CIPHER.open(GTIN, serial)).isEmpty();
    }
  }

  @Test
  void neighboursShareNoPatternAndInnerAndOuterDiffer() {
    Set<String> prefixes = new HashSet<>();
    for (int item = 0; item < 1_000; item++) {
      for (CodeKind kind : CodeKind.values()) {
        prefixes.add(CIPHER.seal(GTIN, new CodeContent(kind, 1, item)).value().substring(1, 11));
      }
    }

    assertThat(prefixes).hasSize(2_000);
  }

  @Property(tries = 60)
  void manyAtOnceAreTheSameAsOneByOne(
      @ForAll CodeSuite suite,
      @ForAll @IntRange(max = CodeContent.MAX_BATCH) int batch,
      @ForAll @IntRange(max = CodeContent.MAX_ITEMS - 300) int first,
      @ForAll @IntRange(min = 1, max = 300) int items) {
    CodeCipher cipher = new CodeCipher(9, suite, SecretKey256.random());
    List<CodeKind> kinds = List.of(CodeKind.OUTER, CodeKind.INNER);
    byte[] serials = cipher.series(GTIN, batch, kinds).seal(first, items);

    for (int i = 0; i < 2 * items; i++) {
      CodeContent content = new CodeContent(kinds.get(i % 2), batch, first + i / 2);
      assertThat(SerialNumber.at(serials, i * SerialNumber.LENGTH))
          .isEqualTo(cipher.seal(GTIN, content));
    }
  }

  @Property(tries = 200)
  void aSerialNumberIsBouncyCastlesFf1OfTheDocumentedBits(
      @ForAll @IntRange(max = CodeContent.MAX_BATCH) int batch,
      @ForAll @IntRange(max = CodeContent.MAX_ITEMS - 1) int item) {
    SecretKey256 key = SecretKey256.random();
    byte[] tweak = (GTIN.digits() + (char) 7).getBytes(StandardCharsets.US_ASCII);
    FPEFF1Engine engine = new FPEFF1Engine(AESEngine.newInstance());
    engine.init(false, new FPEParameters(key.parameter(), 32, tweak));
    String serial =
        new CodeCipher(7, CodeSuite.AES_ED25519, key)
            .seal(GTIN, new CodeContent(CodeKind.INNER, batch, item))
            .value();
    byte[] digits = new byte[19];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) ALPHABET.indexOf(serial.charAt(i + 1));
    }
    byte[] plain = new byte[19];
    engine.processBlock(digits, 0, 19, plain, 0);

    BigInteger bits = BigInteger.ZERO;
    for (byte digit : plain) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(digit));
    }
    assertThat(bits)
        .isEqualTo(
            BigInteger.ONE
                .shiftLeft(28)
                .or(BigInteger.valueOf(batch))
                .shiftLeft(30)
                .or(BigInteger.valueOf(item))
                .shiftLeft(36));
  }
}
