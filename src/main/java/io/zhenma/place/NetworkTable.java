package io.zhenma.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Which addresses are rented machines or relays: sorted ranges, found by bisection. Of IPv6 the
 * first 64 bits count, since no network that others can reach is smaller.
 *
 * <p>The file: the five bytes {@code ZNET1}; then for IPv4 and for IPv6 the number of ranges and
 * the ranges in rising order, each as the gap to the one before and, in one number, its length less
 * one above a bit for the class (0 {@link NetworkClass#DATA_CENTRE}, 1 {@link NetworkClass#RELAY}).
 * Numbers are unsigned, seven bits a byte, the lowest first, the last byte without its highest bit.
 */
final class NetworkTable {
  static final byte[] MAGIC = {'Z', 'N', 'E', 'T', '1'};

  /** No table is this long; a file that claims so is none of ours. */
  private static final int MOST_RANGES = 4_000_000;

  /** Sorted starts, ends (both inclusive, as unsigned numbers) and classes. */
  private record Ranges(long[] starts, long[] ends, boolean[] relays) {
    NetworkClass of(long address) {
      int index = Arrays.binarySearch(starts, address + Long.MIN_VALUE);
      int candidate = index >= 0 ? index : -index - 2;
      if (candidate < 0 || Long.compareUnsigned(address, ends[candidate]) > 0) {
        return NetworkClass.UNKNOWN;
      }
      return relays[candidate] ? NetworkClass.RELAY : NetworkClass.DATA_CENTRE;
    }
  }

  private final Ranges ipv4;
  private final Ranges ipv6;

  /**
   * @throws IllegalArgumentException when the content is no such table
   */
  NetworkTable(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    byte[] magic = new byte[MAGIC.length];
    require(content.length > MAGIC.length);
    in.get(magic);
    require(Arrays.equals(magic, MAGIC));
    ipv4 = ranges(in);
    ipv6 = ranges(in);
    require(!in.hasRemaining());
  }

  static NetworkTable read(Path file) {
    try {
      return new NetworkTable(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class of the address, {@link NetworkClass#UNKNOWN} when it is in no range. */
  NetworkClass of(InetAddress address) {
    byte[] bytes = address.getAddress();
    ByteBuffer number = ByteBuffer.wrap(bytes);
    return bytes.length == Integer.BYTES
        ? ipv4.of(Integer.toUnsignedLong(number.getInt()))
        : ipv6.of(number.getLong());
  }

  private static Ranges ranges(ByteBuffer in) {
    long count = number(in);
    require(count >= 0 && count <= MOST_RANGES && count <= in.remaining());
    Ranges ranges =
        new Ranges(new long[(int) count], new long[(int) count], new boolean[(int) count]);
    long next = 0;
    for (int i = 0; i < count; i++) {
      long start = next + number(in);
      long lengthAndClass = number(in);
      long end = start + (lengthAndClass >>> 1);
      require(Long.compareUnsigned(start, next) >= 0 && Long.compareUnsigned(end, start) >= 0);
      ranges.starts[i] = start + Long.MIN_VALUE;
      ranges.ends[i] = end;
      ranges.relays[i] = (lengthAndClass & 1) == 1;
      next = end + 1;
    }
    return ranges;
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      require(in.hasRemaining());
      byte part = in.get();
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("not a table of networks");
  }

  private static void require(boolean valid) {
    if (!valid) {
      throw new IllegalArgumentException("not a table of networks");
    }
  }
}
