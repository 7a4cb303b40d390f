package io.zhenma.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads Accept-Encoding headers (RFC 9110, section 12.5.3). */
public final class ContentCoding {
  private static final String GZIP = "gzip";
  private static final String ANY = "*";

  private ContentCoding() {}

  /** Whether a client that sends this header takes gzip and doesn't prefer the plain text. */
  public static boolean takesGzip(String acceptEncoding) {
    Optional<Double> gzip = weight(acceptEncoding, GZIP).or(() -> weight(acceptEncoding, ANY));
    double plain = weight(acceptEncoding, "identity").orElse(0.0);
    return gzip.isPresent() && gzip.get() > 0 && gzip.get() >= plain;
  }

  private static Optional<Double> weight(String header, String coding) {
    return Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
        .map(element -> element.split(";", -1))
        .filter(parts -> parts[0].strip().equals(coding))
        .map(ContentCoding::weight)
        .findFirst();
  }

  private static double weight(String... parts) {
    for (String parameter : parts) {
      String bare = parameter.replace(" ", "").replace("\t", "");
      if (bare.startsWith("q=")) {
        return number(bare.substring("q=".length()));
      }
    }
    return 1;
  }

  /** What is no weight asks for nothing. */
  private static double number(String text) {
    return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
  }
}
