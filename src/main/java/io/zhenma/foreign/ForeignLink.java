package io.zhenma.foreign;

import io.zhenma.gs1.Escapes;
import io.zhenma.gs1.ScannerText;
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
  private static final int LONGEST = 4_096;
  private static final String BEFORE_CODE =
      "(?:(?:https?://)+[^/?#\\s]+)?/+c/+([a-z0-9][a-z0-9-]{1,39})";
  private static final Pattern SHAPE =
      Pattern.compile(BEFORE_CODE + "/+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern BRAND =
      Pattern.compile(BEFORE_CODE + "(?:[/?#].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PLAIN_ADDRESS = Pattern.compile("(?i)https?:/.*", Pattern.DOTALL);
  private static final String UNRESERVED = "-._~";

  /**
   * Reads a whole link or its path; the host is not looked at.
   *
   * @return empty when the text is no such link, or its code is none
   */
  public static Optional<ForeignLink> parse(String text) {
    Matcher parts = SHAPE.matcher(text.length() > LONGEST ? "" : ScannerText.bare(text));
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
    return code.map(ForeignLink::shortened).flatMap(ForeignLink::kept);
  }

  /** Of what is longer than any code, only what may be one. */
  private static String shortened(String code) {
    return code.length() > ForeignCode.LONGEST && ForeignCode.isAddress(code)
        ? Trackers.leftOut(code)
        : code;
  }

  /** As lists kept it once, so that codes of that time are found; else as they keep it now. */
  private static Optional<String> kept(String code) {
    try {
      return Optional.of(ForeignCode.literal(code, false).text());
    } catch (ForeignCodeException notThen) {
      return now(code);
    }
  }

  private static Optional<String> now(String code) {
    try {
      return Optional.of(ForeignCode.parse(code, false).text());
    } catch (ForeignCodeException none) {
      return Optional.empty();
    }
  }

  /** The brand that a link names, whose code can't be read. */
  public static Optional<String> brand(String text) {
    Matcher parts = BRAND.matcher(text.length() > LONGEST ? "" : ScannerText.bare(text));
    return parts.matches()
        ? Optional.of(parts.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
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
    String from = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    ByteBuffer to = ByteBuffer.allocate(from.length());
    for (int i = 0; i < from.length(); i++) {
      boolean escaped = from.charAt(i) == '%';
      int value = escaped ? Escapes.octet(from, i) : from.charAt(i);
      if (value < 0) {
        return Optional.empty();
      }
      i += escaped ? 2 : 0;
      to.put((byte) value);
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }
}
