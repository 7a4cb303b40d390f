package io.zhenma.traffic;

import io.zhenma.place.ClientAddress;
import io.zhenma.place.NetworkClass;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Who asks, for limits: kept in memory for minutes, never stored.
 *
 * @param device a number for the device's token; 0 for one that brought none
 * @param block a number for the block of addresses (/24, /48); of a private address, behind which
 *     everybody is when a proxy's headers are not read, for that address
 * @param network what kind of network the block is in, if it is a data centre or relay
 */
public record Asker(long device, long block, NetworkClass network) {
  private static final long V6 = 1L << 62;
  private static final long PRIVATE = Long.MIN_VALUE;

  /**
   * @param device the device's token, if it brought one that was signed here
   */
  public static Asker of(
      Optional<String> device, Optional<InetAddress> address, NetworkClass network) {
    return new Asker(
        device.map(Asker::number).orElse(0L), address.map(Asker::block).orElse(PRIVATE), network);
  }

  /** The token's first half is random, so that any 60 bits of it are as good as a hash. */
  private static long number(String token) {
    long number = 1;
    for (int i = 0; i < Math.min(10, token.length()); i++) {
      number = number << 6 ^ token.charAt(i);
    }
    return number;
  }

  private static long block(InetAddress address) {
    if (!ClientAddress.isPublic(address)) {
      return PRIVATE | Integer.toUnsignedLong(address.hashCode());
    }
    byte[] bytes = address.getAddress();
    return bytes.length == Integer.BYTES
        ? 1L << 32 | ByteBuffer.wrap(bytes).getInt() & 0xffffff00L
        : V6 | ByteBuffer.wrap(bytes).getLong() >>> 16;
  }

  /** Whether it says nothing of who asks, since the address is none of the public internet. */
  boolean isPrivate() {
    return block < 0;
  }
}
