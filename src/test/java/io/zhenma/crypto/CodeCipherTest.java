package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.SerialNumber;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;

class CodeCipherTest {
  private static final Gtin GTIN = Gtin.parse("6901234567892");
  private static final Gtin OTHER_GTIN = Gtin.parse("09521234543213");
  private static final CodeCipher CIPHER = new CodeCipher(7, SecretKey256.random());

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
    byte[] body = serial.body();
    int keyId = serial.keyId();
    if (place == 0) {
      keyId = (keyId + change) % 32;
    } else {
      body[place - 1] = (byte) ((body[place - 1] + change) % 32);
    }

    assertThat(CIPHER.open(GTIN, SerialNumber.of(keyId, body))).isEmpty();
  }

  @Test
  void aSerialNumberIsWorthNothingUnderAnotherProductOrKey() {
    SerialNumber serial = CIPHER.seal(GTIN, new CodeContent(CodeKind.INNER, 1, 1));

    assertThat(CIPHER.open(OTHER_GTIN, serial)).isEmpty();
    assertThat(new CodeCipher(7, SecretKey256.random()).open(GTIN, serial)).isEmpty();
  }

  @Test
  void randomSerialNumbersAreRefused() {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = new byte[SerialNumber.BODY_LENGTH];
      for (int digit = 0; digit < body.length; digit++) {
        body[digit] = (byte) random.nextInt(32);
      }
      assertThat(CIPHER.open(GTIN, SerialNumber.of(7, body))).isEmpty();
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

  @Test
  void theCipherUnderneathIsFf1AsNistPublishedIt() {
    FPEFF1Engine engine = new FPEFF1Engine(AESEngine.newInstance());
    KeyParameter key =
        new KeyParameter(
            Hex.decode("2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94"));
    engine.init(true, new FPEParameters(key, 10, new byte[0]));
    byte[] digits = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    byte[] out = new byte[10];
    engine.processBlock(digits, 0, 10, out, 0);

    assertThat(out).containsExactly(6, 6, 5, 7, 6, 6, 7, 0, 0, 9);
  }
}
