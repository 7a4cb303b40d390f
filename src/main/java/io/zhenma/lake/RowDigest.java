package io.zhenma.lake;

import io.zhenma.crypto.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Sums rows up, in whatever order they come: the number of them, and the sum modulo 2^64 of either
 * half of the first 128 bits of each row's SHA-256. Not a defence against forgery, but a row that
 * is lost, doubled or altered on the way shows.
 */
final class RowDigest {
  private final MessageDigest digest = Sha256.start();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
  private long rows;
  private long high;
  private long low;

  /**
   * @param row a {@link Long} or {@link String} a column
   */
  void add(Object[] row) {
    for (Object value : row) {
      if (value instanceof Long whole) {
        feed(whole);
      } else {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        feed(text.length);
        digest.update(text);
      }
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    high += hash.getLong();
    low += hash.getLong();
    rows++;
  }

  private void feed(long value) {
    digest.update(number.clear().putLong(value).array());
  }

  Sum sum() {
    return new Sum(rows, HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low));
  }

  /**
   * What rows sum up to.
   *
   * @param digest 32 hexadecimal digits
   */
  record Sum(long rows, String digest) {}
}
