package io.zhenma.foreign;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a brand's old addresses lead: {@code /c/BRAND/CODE}. The code stands there percent-encoded
 * in one piece, or, as simple redirects make it, as the old address itself with its query.
 *
 * @param brand short name of the brand
 * @param code as it was printed
 */
public record ForeignLink(String brand, String code) {
  private static final int LONGEST = 2_000;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:https?://[^/?#\\s]+)?/c/([a-z0-9][a-z0-9-]{1,39})/(.+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PLAIN_ADDRESS = Pattern.compile("(?i)https?:/.*", Pattern.DOTALL);
  private static final String UNRESERVED = "-._~";

  /**
   * Reads a whole link or its path; the host is not looked at.
   *
   * @return empty when the text is no such link, or its code is none
   */
  public static Optional<ForeignLink> parse(String text) {
    Matcher parts = SHAPE.matcher(text.length() > LONGEST ? "" : text.strip());
    return parts.matches()
        ? code(parts.group(2))
            .map(code -> new ForeignLink(parts.group(1).toLowerCase(Locale.ROOT), code))
        : Optional.empty();
  }

  private static Optional<String> code(String rest) {
    Optional<String> code =
        PLAIN_ADDRESS.matcher(rest).matches()
            ? Optional.of(rest)
            : decoded(rest.split("[?#]", 2)[0]);
    try {
      return code.map(text -> ForeignCode.parse(text, false).text());
    } catch (ForeignCodeException none) {
      return Optional.empty();
    }
  }

  /** The path below the host, with a leading slash; reading it gives the same link. */
  public String path() {
    StringBuilder path = new StringBuilder("/c/").append(brand).append('/');
    for (byte octet : code.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          octet > 0 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
      path.append(plain ? (char) octet : String.format(Locale.ROOT, "%%%02X", octet));
    }
    return path.toString();
  }

  private static Optional<String> decoded(String text) {
    byte[] from = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer to = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      int value = from[i] == '%' ? octet(from, i + 1) : Byte.toUnsignedInt(from[i]);
      if (value < 0) {
        return Optional.empty();
      }
      i += from[i] == '%' ? 2 : 0;
      to.put((byte) value);
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  private static int octet(byte[] text, int at) {
    if (at + 1 >= text.length) {
      return -1;
    }
    int high = Character.digit(text[at], 16);
    int low = Character.digit(text[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
