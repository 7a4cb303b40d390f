package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FF1 against NIST's published samples, and string by string against BouncyCastle's. */
class Ff1Test {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String AES_128 = "2B7E151628AED2A6ABF7158809CF4F3C";
  private static final String AES_192 = AES_128 + "EF4359D8D580AA4F";
  private static final String AES_256 = AES_192 + "7F036D6F04FC6A94";

  /** NIST, "FF1 samples" (Cryptographic Standards and Guidelines, examples with values), 1 to 9. */
  @ParameterizedTest(name = "sample {0}")
  @CsvSource({
    "1, 128, 10, '', 0123456789, 2433477484",
    "2, 128, 10, 39383736353433323130, 0123456789, 6124200773",
    "3, 128, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
    "4, 192, 10, '', 0123456789, 2830668132",
    "5, 192, 10, 39383736353433323130, 0123456789, 2496655549",
    "6, 192, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
    "7, 256, 10, '', 0123456789, 6657667009",
    "8, 256, 10, 39383736353433323130, 0123456789, 1001623463",
    "9, 256, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd"
  })
  void nistsSamplesComeOutAsPublished(
      int sample, int keyBits, int radix, String tweak, String plain, String cipher) {
    byte[] key =
        HexFormat.of().parseHex(keyBits == 128 ? AES_128 : keyBits == 192 ? AES_192 : AES_256);
    Ff1 ff1 =
        new Ff1(BlockPermutation.aes(key), radix, plain.length(), HexFormat.of().parseHex(tweak));
    int half = plain.length() / 2;
    long[] left = {number(plain.substring(0, half), radix)};
    long[] right = {number(plain.substring(half), radix)};

    ff1.encrypt(left, right, 1);
    assertThat(text(left[0], radix, half) + text(right[0], radix, plain.length() - half))
        .isEqualTo(cipher);

    ff1.decrypt(left, right, 1);
    assertThat(text(left[0], radix, half) + text(right[0], radix, plain.length() - half))
        .isEqualTo(plain);
  }

  @Property(tries = 300)
  void everyStringOfALockstepIsBouncyCastles(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 40) int radix,
      @ForAll @IntRange(min = 2, max = 20) int length,
      @ForAll @Size(max = 40) byte[] tweak) {
    if (Math.pow(radix, (length + 1) / 2) >= Math.pow(2, 55)
        || Math.pow(radix, length) < 1_000_000) {
      return;
    }
    byte[] key = new byte[32];
    Random random = new Random(seed);
    random.nextBytes(key);
    checkAgainstBouncyCastle(
        new Ff1(BlockPermutation.aes(key), radix, length, tweak),
        AESEngine.newInstance(),
        new FPEParameters(new KeyParameter(key), radix, tweak),
        length,
        random,
        17);
  }

  @Property(tries = 50)
  void onSm4Too(@ForAll long seed, @ForAll @Size(15) byte[] tweak) {
    byte[] key = new byte[16];
    Random random = new Random(seed);
    random.nextBytes(key);
    checkAgainstBouncyCastle(
        new Ff1(BlockPermutation.sm4(key), 32, 19, tweak),
        new SM4Engine(),
        new FPEParameters(new KeyParameter(key), 32, tweak),
        19,
        random,
        40);
  }

  private static void checkAgainstBouncyCastle(
      Ff1 ours,
      BlockCipher cipher,
      FPEParameters parameters,
      int length,
      Random random,
      int count) {
    FPEFF1Engine theirs = new FPEFF1Engine(cipher);
    theirs.init(true, parameters);
    int half = length / 2;
    byte[][] plain = new byte[count][length];
    long[] left = new long[count];
    long[] right = new long[count];
    for (int i = 0; i < count; i++) {
      for (int digit = 0; digit < length; digit++) {
        plain[i][digit] = (byte) random.nextInt(parameters.getRadix());
      }
      left[i] = number(plain[i], 0, half, parameters.getRadix());
      right[i] = number(plain[i], half, length, parameters.getRadix());
    }
    long[] leftBefore = left.clone();
    long[] rightBefore = right.clone();

    ours.encrypt(left, right, count);

    for (int i = 0; i < count; i++) {
      byte[] expected = new byte[length];
      theirs.processBlock(plain[i], 0, length, expected, 0);
      assertThat(left[i]).isEqualTo(number(expected, 0, half, parameters.getRadix()));
      assertThat(right[i]).isEqualTo(number(expected, half, length, parameters.getRadix()));
    }
    ours.decrypt(left, right, count);
    assertThat(left).isEqualTo(leftBefore);
    assertThat(right).isEqualTo(rightBefore);
  }

  /** GB/T 32907-2016, appendix A.1 and A.2: one encryption, and a million of them. */
  @Test
  void sm4ComesOutAsTheStandardPublishedIt() {
    byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
    BlockPermutation sm4 = BlockPermutation.sm4(key);
    byte[] once = new byte[16];
    sm4.encrypt(key, 16, once);
    assertThat(HexFormat.of().formatHex(once)).isEqualTo("681edf34d206965e86b3e94f536e4246");

    byte[] block = key.clone();
    byte[] next = new byte[16];
    for (int i = 0; i < 1_000_000; i++) {
      sm4.encrypt(block, 16, next);
      byte[] swap = block;
      block = next;
      next = swap;
    }
    assertThat(HexFormat.of().formatHex(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
  }

  private static long number(String text, int radix) {
    return Long.parseLong(text, radix);
  }

  private static long number(byte[] digits, int from, int to, int radix) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number * radix + digits[i];
    }
    return number;
  }

  private static String text(long number, int radix, int length) {
    StringBuilder text = new StringBuilder();
    for (long rest = number; text.length() < length; rest /= radix) {
      text.append(ALPHABET.charAt((int) (rest % radix)));
    }
    return text.reverse().toString();
  }
}
