package io.zhenma.gs1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986, section 2.1) with ASCII digits alone. */
public final class Escapes {
  private Escapes() {}

  /**
   * Decodes what can be decoded as UTF-8 and leaves the rest as it stands: an escape that was cut,
   * a percent sign by itself, bytes that are no text.
   */
  public static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int end = end(text, i);
      if (end > i) {
        append(out, text, i, end);
        i = end;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  /** Decodes again and again what others encoded again and again, at most {@code times}. */
  public static String decoded(String text, int times) {
    String before = text;
    for (int i = 0; i < times; i++) {
      String after = decoded(before);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }

  /** The byte of the escape at {@code at}, or -1 when none stands there. */
  public static int octet(CharSequence text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = hex(text.charAt(at + 1));
    int low = hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Where the run of escapes that begins at {@code from} ends. */
  private static int end(String text, int from) {
    int end = from;
    while (octet(text, end) >= 0) {
      end += 3;
    }
    return end;
  }

  /** Decodes a run of escapes; of one with bytes that are no text, what is text before them. */
  private static void append(StringBuilder out, String text, int from, int end) {
    byte[] bytes = new byte[(end - from) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octet(text, from + 3 * i);
    }
    for (int i = 0; i < bytes.length; ) {
      int length = length(bytes[i]);
      Optional<String> character = utf8(bytes, i, Math.min(length, bytes.length - i));
      if (character.isPresent()) {
        out.append(character.get());
        i += length;
      } else {
        out.append(text, from + 3 * i, from + 3 * i + 3);
        i++;
      }
    }
  }

  /** Bytes of a character in UTF-8 by its first. */
  private static int length(byte first) {
    int value = Byte.toUnsignedInt(first);
    return value < 0xC0 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
  }

  private static Optional<String> utf8(byte[] bytes, int from, int length) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, length))
              .toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  private static int hex(char digit) {
    return digit < 128 ? Character.digit(digit, 16) : -1;
  }
}
