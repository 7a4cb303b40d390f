package io.zhenma.crypto;

import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.SerialNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Turns an item's content into its serial number and back, by format-preserving encryption.
 *
 * <p>FF1 of NIST SP 800-38G on the suite's block cipher, radix 32, 19 digits (95 bits), tweak = the
 * GTIN's 14 ASCII digits and the key id as one byte. The 95 bits are, from the highest: kind (1),
 * batch (28), item (30), redundancy (36, all zero). Any change of one digit, of the GTIN or of the
 * key id scrambles all 95 bits, so that a forged serial number passes with probability 2^-36 a try
 * and a specific issued one is hit with 2^-95.
 *
 * <p>Guarantees secrecy of the content and refusal of forgeries; says nothing about copies. Safe
 * for use by several threads.
 */
public final class CodeCipher {
  private static final int RADIX = 32;

  private final int keyId;
  private final CodeSuite suite;
  private final SecretKey256 key;

  /** Keyed block ciphers nobody uses right now: a single code should not pay for setting one up. */
  private final ConcurrentLinkedQueue<BlockPermutation> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param keyId 0 to 31, the first character of every serial number made with this key
   */
  public CodeCipher(int keyId, CodeSuite suite, SecretKey256 key) {
    if (keyId < 0 || keyId >= RADIX) {
      throw new IllegalArgumentException("a key id is 0 to 31");
    }
    this.keyId = keyId;
    this.suite = suite;
    this.key = key;
  }

  /** The one serial number of this content under this GTIN. */
  public SerialNumber seal(Gtin gtin, CodeContent content) {
    long bits = content.bits();
    long[] high = {SerialBits.high(bits)};
    long[] low = {SerialBits.low(bits)};
    ff1(gtin, (ff1) -> ff1.encrypt(high, low, 1));
    return SerialNumber.of(keyId, high[0], low[0]);
  }

  /** The content, or empty when this key never made that serial number for that GTIN. */
  public Optional<CodeContent> open(Gtin gtin, SerialNumber serial) {
    if (serial.keyId() != keyId) {
      return Optional.empty();
    }
    long[] high = {serial.high()};
    long[] low = {serial.low()};
    ff1(gtin, ff1 -> ff1.decrypt(high, low, 1));
    return SerialBits.isGenuine(low[0])
        ? Optional.of(CodeContent.of(SerialBits.content(high[0], low[0])))
        : Optional.empty();
  }

  /**
   * The serial numbers of a batch, many at once and several times as fast as one by one.
   *
   * @param kinds the kinds of codes that each item gets, in this order
   */
  public CodeSeries series(Gtin gtin, int batch, List<CodeKind> kinds) {
    return new CodeSeries(keyId, ff1(suite.permutation(key), gtin), batch, kinds);
  }

  private interface Use {
    void of(Ff1 ff1);
  }

  private void ff1(Gtin gtin, Use use) {
    BlockPermutation permutation = idle.poll();
    if (permutation == null) {
      permutation = suite.permutation(key);
    }
    use.of(ff1(permutation, gtin));
    idle.add(permutation);
  }

  private Ff1 ff1(BlockPermutation permutation, Gtin gtin) {
    return new Ff1(permutation, RADIX, SerialNumber.BODY_LENGTH, tweak(gtin));
  }

  private byte[] tweak(Gtin gtin) {
    byte[] tweak = new byte[15];
    System.arraycopy(gtin.digits().getBytes(StandardCharsets.US_ASCII), 0, tweak, 0, 14);
    tweak[14] = (byte) keyId;
    return tweak;
  }
}
