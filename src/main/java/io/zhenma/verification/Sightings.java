package io.zhenma.verification;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Which devices looked at an item and when each did so last: at most {@link #MOST} of them, so that
 * a famous copy costs no more than an honest item. Immutable; a device takes two words: its 64-bit
 * prefix, then epoch seconds (upper 32 bits) and its look (lower 32 bits).
 */
public final class Sightings {
  /** Devices beyond this many are not told apart any more. */
  public static final int MOST = 32;

  /** Nobody yet. */
  public static final Sightings NONE = new Sightings(new long[0]);

  private static final int BYTES_A_DEVICE = 2 * Long.BYTES;

  private final long[] pairs;

  private Sightings(long[] pairs) {
    this.pairs = pairs;
  }

  /** Reads what {@link #bytes()} wrote. */
  public static Sightings of(byte[] stored) {
    if (stored.length % BYTES_A_DEVICE != 0 || stored.length > MOST * BYTES_A_DEVICE) {
      throw new IllegalArgumentException(
          "sightings are 16 bytes a device, " + MOST + " devices at most");
    }
    long[] pairs = new long[stored.length / Long.BYTES];
    ByteBuffer.wrap(stored).asLongBuffer().get(pairs);
    return new Sightings(pairs);
  }

  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(pairs.length * Long.BYTES);
    buffer.asLongBuffer().put(pairs);
    return buffer.array();
  }

  /** Distinct devices, {@link #MOST} when there were that many or more. */
  public int devices() {
    return pairs.length / 2;
  }

  /**
   * Whether this device has looked before and comes back after no longer than {@code gapSeconds}.
   */
  boolean continues(Circumstances now, long gapSeconds) {
    int index = indexOf(now);
    return index >= 0 && Math.abs(now.at().getEpochSecond() - seconds(index)) <= gapSeconds;
  }

  /** With this look added; when full, only known devices are still updated. */
  Sightings with(Circumstances now) {
    int index = indexOf(now);
    if (index < 0 && devices() == MOST) {
      return this;
    }
    long at = now.at().getEpochSecond();
    long[] next = Arrays.copyOf(pairs, index < 0 ? pairs.length + 2 : pairs.length);
    int place = index < 0 ? pairs.length : index;
    int look = now.look() == Circumstances.RETURNING && index >= 0 ? look(index) : now.look();
    next[place] = now.device();
    next[place + 1] =
        ((index < 0 ? at : Math.max(seconds(index), at)) << Integer.SIZE)
            | Integer.toUnsignedLong(look);
    return new Sightings(next);
  }

  private long seconds(int index) {
    return pairs[index + 1] >>> Integer.SIZE;
  }

  private int look(int index) {
    return (int) pairs[index + 1];
  }

  /**
   * The device by its token; one without memory by how it looks, since its token is new every time.
   */
  private int indexOf(Circumstances now) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == now.device()) {
        return i;
      }
    }
    for (int i = 0; i < pairs.length && now.look() != Circumstances.RETURNING; i += 2) {
      if (look(i) == now.look()) {
        return i;
      }
    }
    return -1;
  }
}
