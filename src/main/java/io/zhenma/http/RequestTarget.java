package io.zhenma.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * The target of a request as RFC 9112, section 3.2 has it. Apps that cut a link in two, or write
 * into it what no address may hold, leave targets that a server refuses without a word; what they
 * added says nothing of the item that is named before it.
 */
final class RequestTarget {
  /** Beside letters and digits: RFC 3986, unreserved and reserved signs, without brackets. */
  private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=";

  private static final int LATIN = 0x100;

  private RequestTarget() {}

  /** The same target with whatever may not stand in it percent-encoded. Others are left alone. */
  static String repaired(String target) {
    if (!target.startsWith("/") || mayAllStand(target)) {
      return target;
    }
    StringBuilder repaired = new StringBuilder(target.length() + 16);
    for (int at = 0; at < target.length(); ) {
      int sign = target.codePointAt(at);
      if (mayStand(target, at, sign)) {
        repaired.appendCodePoint(sign);
      } else {
        encode(sign, repaired);
      }
      at += Character.charCount(sign);
    }
    return repaired.toString();
  }

  /** Whether what follows can read it: our own addresses, and those of clients of a proxy. */
  static boolean isReadable(String target) {
    try {
      new URI(target);
      return true;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  private static boolean mayAllStand(String target) {
    for (int at = 0; at < target.length(); at++) {
      if (!mayStand(target, at, target.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayStand(String target, int at, int sign) {
    return sign == '%' ? isEscape(target, at) : isAllowed(sign);
  }

  private static boolean isAllowed(int sign) {
    return (sign >= '0' && sign <= '9')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= 'a' && sign <= 'z')
        || ALLOWED.indexOf(sign) >= 0;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
  }

  private static boolean isHex(char sign) {
    return (sign >= '0' && sign <= '9')
        || (sign >= 'A' && sign <= 'F')
        || (sign >= 'a' && sign <= 'f');
  }

  /** The server reads each byte of a target as a sign of Latin-1, so such a sign is a byte. */
  private static void encode(int sign, StringBuilder to) {
    byte[] bytes =
        sign < LATIN
            ? new byte[] {(byte) sign}
            : Character.toString(sign).getBytes(StandardCharsets.UTF_8);
    for (byte one : bytes) {
      to.append('%')
          .append(Character.toUpperCase(Character.forDigit((one >> 4) & 0xF, 16)))
          .append(Character.toUpperCase(Character.forDigit(one & 0xF, 16)));
    }
  }
}
