package io.zhenma.verification;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Which devices looked at an item and when each did so last: at most {@link #MOST} of them, so that
 * a famous copy costs no more than an honest item. Immutable; two values a device, its 64-bit
 * prefix and epoch seconds.
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
  boolean continues(long device, Instant at, long gapSeconds) {
    int index = indexOf(device);
    return index >= 0 && Math.abs(at.getEpochSecond() - pairs[index + 1]) <= gapSeconds;
  }

  /** With this look added; when full, only known devices are still updated. */
  Sightings with(long device, Instant at) {
    int index = indexOf(device);
    if (index < 0 && devices() == MOST) {
      return this;
    }
    long[] next = java.util.Arrays.copyOf(pairs, index < 0 ? pairs.length + 2 : pairs.length);
    int place = index < 0 ? pairs.length : index;
    next[place] = device;
    next[place + 1] =
        index < 0 ? at.getEpochSecond() : Math.max(pairs[index + 1], at.getEpochSecond());
    return new Sightings(next);
  }

  private int indexOf(long device) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == device) {
        return i;
      }
    }
    return -1;
  }
}
