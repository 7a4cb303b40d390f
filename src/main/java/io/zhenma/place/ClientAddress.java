package io.zhenma.place;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Network addresses of clients: read from headers without name look-ups, and cut for storage. */
public final class ClientAddress {

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]*");
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\](?::\\d{1,5})?");
  private static final Pattern V4_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");
  private static final int LONGEST = 64;

  private ClientAddress() {}

  /**
   * Reads one element of an {@code X-Forwarded-For} or {@code Forwarded: for=} header: IPv4 or
   * IPv6, bare, quoted, in brackets, with or without port and zone. IPv4 mapped into IPv6 becomes
   * IPv4. Host names, {@code unknown} and anything else give empty; no name is ever looked up.
   */
  public static Optional<InetAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = bare(text.strip());
    boolean literal =
        V4.matcher(bare).matches() || (bare.contains(":") && V6.matcher(bare).matches());
    if (!literal) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException notALiteral) {
      return Optional.empty();
    }
  }

  private static String bare(String text) {
    String unquoted = text.replace("\"", "");
    var brackets = BRACKETS.matcher(unquoted);
    var port = V4_PORT.matcher(unquoted);
    String address =
        brackets.matches() ? brackets.group(1) : port.matches() ? port.group(1) : unquoted;
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  /**
   * The network of an address as text, for storage: the first 24 bits of IPv4 (113.88.12.0/24), the
   * first 48 of IPv6 (2408:8456::/48). What is cut away names a person's line and cannot be
   * restored: locate the address before cutting it.
   */
  public static String cut(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
    }
    StringBuilder text = new StringBuilder();
    int groups = 3;
    while (groups > 0 && group(bytes, groups - 1) == 0) {
      groups--;
    }
    for (int i = 0; i < groups; i++) {
      text.append(i == 0 ? "" : ":").append(Integer.toHexString(group(bytes, i)));
    }
    return text.append("::/48").toString();
  }

  private static int group(byte[] bytes, int index) {
    return (bytes[2 * index] & 0xff) << 8 | bytes[2 * index + 1] & 0xff;
  }

  /** Whether the address can belong to somebody on the public internet (RFC 6890). */
  public static boolean isPublic(InetAddress address) {
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    byte[] b = address.getAddress();
    return !special
        && (b.length == 4 ? isPublicV4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff) : isPublicV6(b));
  }

  private static boolean isPublicV4(int a, int b, int c) {
    boolean carrierNat = a == 100 && (b & 0xc0) == 64;
    boolean benchmark = a == 198 && (b & 0xfe) == 18;
    boolean documentation =
        (a == 192 && b == 0 && (c == 0 || c == 2))
            || (a == 198 && b == 51 && c == 100)
            || (a == 203 && b == 0 && c == 113);
    return a != 0 && a < 240 && !carrierNat && !benchmark && !documentation;
  }

  private static boolean isPublicV6(byte[] b) {
    boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
    boolean documentation = group(b, 0) == 0x2001 && group(b, 1) == 0xdb8;
    return !uniqueLocal && !documentation;
  }
}
