package io.zhenma.gs1;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The GS1 Digital Link URI of one item: {@code HTTPS://HOST/01/GTIN/21/SERIAL}, upper case so that
 * a QR code can use its alphanumeric mode.
 *
 * <p>Source: GS1 Digital Link Standard: URI Syntax 1.4, section 4.
 *
 * @param gtin primary key, AI 01
 * @param serial key qualifier, AI 21
 */
public record DigitalLink(Gtin gtin, SerialNumber serial) {
  private static final int LONGEST = 400;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:https?://[^/?#\\s]+)?/?(?:01/)?([0-9]{8,14})/(?:21/)?([^/?#]{1,64})/?(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads a whole link, its path, or {@code GTIN/SERIAL}; host and query are not looked at.
   *
   * @throws Gs1Exception when the text has another shape or a part of it is invalid
   */
  public static DigitalLink parse(String text) {
    Matcher parts = SHAPE.matcher(text.length() > LONGEST ? "" : text.strip());
    if (!parts.matches()) {
      throw new Gs1Exception(Gs1Error.LINK_SHAPE, "a link has the form /01/GTIN/21/SERIAL");
    }
    return new DigitalLink(
        Gtin.parse(parts.group(1)), SerialNumber.parse(parts.group(2).replace("%20", " ")));
  }

  /** The path below the host, with a leading slash. */
  public String path() {
    return "/01/" + gtin + "/21/" + serial;
  }

  /**
   * The whole link.
   *
   * @param base scheme and host, such as {@code https://zm.example.cn}, with no slash at the end
   */
  public String at(String base) {
    return base.toUpperCase(Locale.ROOT) + path();
  }
}
