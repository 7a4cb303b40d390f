package io.zhenma.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
record Network(byte[] base, int bits) {

  /**
   * @throws IllegalArgumentException when it has no such form
   */
  static Network parse(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException("a network is ADDRESS/BITS: " + text);
    }
    try {
      byte[] base = InetAddress.getByName(parts[0]).getAddress();
      int bits = Integer.parseInt(parts[1]);
      if (bits < 0 || bits > base.length * 8) {
        throw new IllegalArgumentException("a network has no such length: " + text);
      }
      return new Network(base, bits);
    } catch (UnknownHostException noAddress) {
      throw new IllegalArgumentException("a network is ADDRESS/BITS: " + text, noAddress);
    }
  }

  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != base.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((other[bit / 8] & mask) != (base[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
