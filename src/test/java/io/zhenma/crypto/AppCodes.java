package io.zhenma.crypto;

import java.time.Instant;
import java.util.Locale;

/** What an app on somebody's telephone does with the secret that it read. */
public final class AppCodes {
  private AppCodes() {}

  /** The code that the app shows at an instant. */
  public static String at(String base32, Instant instant) {
    return OneTimeCodes.of(bytes(base32)).code(instant.getEpochSecond() / 30, 6);
  }

  private static byte[] bytes(String base32) {
    java.math.BigInteger all = java.math.BigInteger.ZERO;
    for (char sign : base32.toUpperCase(Locale.ROOT).toCharArray()) {
      int value = sign >= 'A' ? sign - 'A' : sign - '2' + 26;
      all = all.shiftLeft(5).or(java.math.BigInteger.valueOf(value));
    }
    byte[] bytes = new byte[base32.length() * 5 / 8];
    byte[] found = all.toByteArray();
    for (int i = 1; i <= Math.min(found.length, bytes.length); i++) {
      bytes[bytes.length - i] = found[found.length - i];
    }
    return bytes;
  }
}
