package io.zhenma.crypto;

import io.zhenma.gs1.SerialNumber;
import java.util.List;

/**
 * The serial numbers of one batch, computed many at once: the same ones that {@link
 * CodeCipher#seal} gives one by one. For one thread at a time; several series of a batch may run
 * side by side.
 */
public final class CodeSeries {
  private final int keyId;
  private final Ff1 ff1;
  private final int batch;
  private final List<CodeKind> kinds;
  private long[] high = new long[0];
  private long[] low = new long[0];

  CodeSeries(int keyId, Ff1 ff1, int batch, List<CodeKind> kinds) {
    this.keyId = keyId;
    this.ff1 = ff1;
    this.batch = batch;
    this.kinds = List.copyOf(kinds);
  }

  /**
   * The serial numbers of consecutive items as ASCII, {@link SerialNumber#LENGTH} characters each
   * without separators; item by item, of each item the kinds in the series' order.
   *
   * @param first number of the first item
   * @param items some thousands are fastest
   */
  public byte[] seal(int first, int items) {
    int codes = Math.multiplyExact(items, kinds.size());
    fill(first, items, codes);
    ff1.encrypt(high, low, codes);
    byte[] serials = new byte[codes * SerialNumber.LENGTH];
    for (int i = 0; i < codes; i++) {
      SerialNumber.write(keyId, high[i], low[i], serials, i * SerialNumber.LENGTH);
    }
    return serials;
  }

  private void fill(int first, int items, int codes) {
    if (high.length < codes) {
      high = new long[codes];
      low = new long[codes];
    }
    int at = 0;
    for (int item = first; item < first + items; item++) {
      for (CodeKind kind : kinds) {
        long bits = CodeContent.bits(kind, batch, item);
        high[at] = SerialBits.high(bits);
        low[at++] = SerialBits.low(bits);
      }
    }
  }
}
