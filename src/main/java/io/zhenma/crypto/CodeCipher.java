package io.zhenma.crypto;

import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.SerialNumber;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;

/**
 * Turns an item's content into its serial number and back, by format-preserving encryption.
 *
 * <p>FF1 of NIST SP 800-38G with AES-256, radix 32, 19 digits (95 bits), tweak = the GTIN's 14
 * ASCII digits and the key id as one byte. The 95 bits are, from the highest: kind (1), batch (28),
 * item (30), redundancy (36, all zero). Any change of one digit, of the GTIN or of the key id
 * scrambles all 95 bits, so that a forged serial number passes with probability 2^-36 a try and a
 * specific issued one is hit with 2^-95.
 *
 * <p>Guarantees secrecy of the content and refusal of forgeries; says nothing about copies. Safe
 * for use by several threads.
 */
public final class CodeCipher {
  private static final int RADIX = 32;
  private static final int DIGIT_BITS = 5;
  private static final int REDUNDANCY_BITS = 36;

  private final int keyId;
  private final SecretKey256 key;

  /**
   * @param keyId 0 to 31, the first character of every serial number made with this key
   */
  public CodeCipher(int keyId, SecretKey256 key) {
    if (keyId < 0 || keyId >= RADIX) {
      throw new IllegalArgumentException("a key id is 0 to 31");
    }
    this.keyId = keyId;
    this.key = key;
  }

  /** The one serial number of this content under this GTIN. */
  public SerialNumber seal(Gtin gtin, CodeContent content) {
    return SerialNumber.of(keyId, ff1(true, gtin, digits(content)));
  }

  /** The content, or empty when this key never made that serial number for that GTIN. */
  public Optional<CodeContent> open(Gtin gtin, SerialNumber serial) {
    if (serial.keyId() != keyId) {
      return Optional.empty();
    }
    return content(ff1(false, gtin, serial.body()));
  }

  private byte[] ff1(boolean encrypt, Gtin gtin, byte[] digits) {
    FPEFF1Engine engine = new FPEFF1Engine(AESEngine.newInstance());
    engine.init(encrypt, new FPEParameters(key.parameter(), RADIX, tweak(gtin)));
    byte[] out = new byte[digits.length];
    engine.processBlock(digits, 0, digits.length, out, 0);
    return out;
  }

  private byte[] tweak(Gtin gtin) {
    byte[] tweak = new byte[15];
    System.arraycopy(gtin.digits().getBytes(StandardCharsets.US_ASCII), 0, tweak, 0, 14);
    tweak[14] = (byte) keyId;
    return tweak;
  }

  /**
   * The upper 59 bits hold the content; the first 11 digits (55 bits) and 4 bits of the next carry
   * them.
   */
  private static byte[] digits(CodeContent content) {
    long bits =
        ((long) content.kind().ordinal() << (CodeContent.BATCH_BITS + CodeContent.ITEM_BITS))
            | ((long) content.batch() << CodeContent.ITEM_BITS)
            | content.item();
    byte[] digits = new byte[SerialNumber.BODY_LENGTH];
    int shift = SerialNumber.BODY_LENGTH * DIGIT_BITS - DIGIT_BITS;
    for (int i = 0; i < digits.length; i++, shift -= DIGIT_BITS) {
      int down = shift - REDUNDANCY_BITS;
      digits[i] =
          (byte) (down >= 0 ? (bits >>> down) & 31 : down > -DIGIT_BITS ? (bits << -down) & 31 : 0);
    }
    return digits;
  }

  private static Optional<CodeContent> content(byte[] digits) {
    long bits = 0;
    long redundancy = 0;
    for (int i = 0; i < digits.length; i++) {
      int position = SerialNumber.BODY_LENGTH * DIGIT_BITS - DIGIT_BITS * (i + 1);
      int down = position - REDUNDANCY_BITS;
      if (down >= 0) {
        bits |= (long) digits[i] << down;
      } else {
        bits |= down > -DIGIT_BITS ? digits[i] >>> -down : 0;
        redundancy |= digits[i] & (down > -DIGIT_BITS ? (1 << -down) - 1 : 31);
      }
    }
    if (redundancy != 0) {
      return Optional.empty();
    }
    int kind = (int) (bits >>> (CodeContent.BATCH_BITS + CodeContent.ITEM_BITS));
    int batch = (int) (bits >>> CodeContent.ITEM_BITS) & CodeContent.MAX_BATCH;
    int item = (int) bits & (CodeContent.MAX_ITEMS - 1);
    return Optional.of(new CodeContent(CodeKind.values()[kind], batch, item));
  }
}
