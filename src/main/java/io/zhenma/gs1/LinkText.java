package io.zhenma.gs1;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a Digital Link. */
final class LinkText {
  private static final int LONGEST = 4_096;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:https?://[^/?#\\s]+)?/?(?:01/)?(?<gtin>[0-9]{8,14})(?:/10/(?<lot>[^/?#]{1,60}))?"
              + "/(?:21/)?(?<serial>[^/?#]{1,64})/?(?:\\?(?<query>[^#]*))?(?:#.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETERS = Pattern.compile("[&;]");

  private LinkText() {}

  static DigitalLink parse(String text) {
    Matcher parts = SHAPE.matcher(text.length() > LONGEST ? "" : text.strip());
    if (!parts.matches()) {
      throw new Gs1Exception(
          Gs1Error.LINK_SHAPE, "a link has the form /01/GTIN/21/SERIAL, with /10/LOT before /21");
    }
    String query = parts.group("query") == null ? "" : parts.group("query");
    return new DigitalLink(
        Gtin.parse(parts.group("gtin")),
        Optional.ofNullable(parts.group("lot")).map(Lot::decoded),
        SerialNumber.parse(parts.group("serial").replace("%20", " ")),
        parameter(query, "17", ExpiryDate::new),
        parameter(query, "S", LinkSignature::parse));
  }

  /** The first parameter of that name; the name's case is not looked at. */
  private static <T> Optional<T> parameter(String query, String name, Function<String, T> reader) {
    String start = name.toLowerCase(Locale.ROOT) + "=";
    for (String pair : PARAMETERS.split(query, -1)) {
      if (pair.toLowerCase(Locale.ROOT).startsWith(start)) {
        return Optional.of(reader.apply(pair.substring(start.length())));
      }
    }
    return Optional.empty();
  }
}
