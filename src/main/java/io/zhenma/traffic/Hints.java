package io.zhenma.traffic;

import java.util.Locale;

/**
 * What a request says of its sender beside the User-Agent. Absent headers are "".
 *
 * @param userAgent the header, as sent
 * @param acceptLanguage as sent: every browser of a person sends one
 * @param brands the header Sec-CH-UA (User-Agent Client Hints): which browser, in Chromium's words
 * @param platform the header Sec-CH-UA-Platform, such as {@code "Android"} with its quotes
 * @param scripted whether the page found its browser driven by a script (WebDriver, section 4)
 * @param confirmed whether somebody touched or clicked the page's button
 */
public record Hints(
    String userAgent,
    String acceptLanguage,
    String brands,
    String platform,
    boolean scripted,
    boolean confirmed) {

  /** Driven by a program, by its own word. */
  boolean saysDriven() {
    return scripted || brands.contains("HeadlessChrome") || userAgent.contains("HeadlessChrome");
  }

  /** Whether something is missing or does not fit that a person's browser would have right. */
  boolean isOdd() {
    return userAgent.isBlank() || acceptLanguage.isBlank() || contradictsItself();
  }

  /** The two places in which a browser names its system must name the same one. */
  private boolean contradictsItself() {
    String system = platform.replace("\"", "").toLowerCase(Locale.ROOT);
    return switch (system) {
      case "android" -> !userAgent.contains("Android") && !userAgent.contains("X11");
      case "ios" -> !userAgent.contains("iPhone") && !userAgent.contains("iPad");
      case "windows" -> !userAgent.contains("Windows");
      case "macos" -> !userAgent.contains("Mac OS X");
      case "linux" -> userAgent.contains("iPhone") || userAgent.contains("Windows");
      default -> false;
    };
  }
}
