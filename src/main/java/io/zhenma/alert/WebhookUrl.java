package io.zhenma.alert;

import io.zhenma.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a webhook goes: https, or http to this machine itself where that is allowed; no user, no
 * fragment, ASCII, at most 500 characters.
 */
record WebhookUrl(URI uri) {
  private static final int LONGEST = 500;
  private static final int MOST_PORT = 65_535;

  /**
   * @throws ProblemException that names what is wrong
   */
  static WebhookUrl entered(String text, boolean loopback) {
    URI uri = parsed(text.strip());
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("https") || (loopback && scheme.equals("http"));
    if (!known) {
      throw ProblemException.field("address", "webhook-https");
    }
    boolean port = uri.getPort() >= -1 && uri.getPort() != 0 && uri.getPort() <= MOST_PORT;
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || !port) {
      throw ProblemException.field("address", "webhook-url");
    }
    return new WebhookUrl(uri);
  }

  static WebhookUrl stored(String text) {
    return new WebhookUrl(URI.create(text));
  }

  private static URI parsed(String text) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw ProblemException.field("address", "webhook-url");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException broken) {
      throw ProblemException.field("address", "webhook-url");
    }
  }

  boolean isSecure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Name or address, without the brackets of IPv6. */
  String host() {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  /** What the Host header says (RFC 9110, section 7.2): IPv6 in brackets, no usual port. */
  String authority() {
    return uri.getPort() > 0 && uri.getPort() != (isSecure() ? 443 : 80)
        ? uri.getHost() + ":" + uri.getPort()
        : uri.getHost();
  }

  int port() {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return isSecure() ? 443 : 80;
  }

  /** Path and query as they stand in the request line. */
  String target() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
