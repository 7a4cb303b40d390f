package io.zhenma.simulation;

import java.util.BitSet;
import java.util.UUID;

/**
 * Which devices have scanned anything before, and so have a cookie: a Bloom filter (B. H. Bloom,
 * "Space/time trade-offs in hash coding with allowable errors", CACM 13(7), 1970), since a plan may
 * have more devices than fit. About one new device in a hundred is taken for one that was there.
 */
final class SeenDevices {
  private static final long BITS_A_SCAN = 12;
  private static final long MOST_BITS = 1L << 30;

  private final int size;
  private final BitSet bits;

  SeenDevices(long scans) {
    this.size = (int) Math.min(MOST_BITS, scans * BITS_A_SCAN);
    this.bits = new BitSet(size);
  }

  /** Whether the device was there before; from now on it was. */
  boolean before(UUID device) {
    int first = Math.floorMod(device.getLeastSignificantBits(), size);
    int second = Math.floorMod(device.getMostSignificantBits(), size);
    boolean known = bits.get(first) && bits.get(second);
    bits.set(first);
    bits.set(second);
    return known;
  }
}
