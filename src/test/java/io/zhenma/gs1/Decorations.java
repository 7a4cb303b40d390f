package io.zhenma.gs1;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What applications and people do to a link before it is opened. */
public final class Decorations {
  /** What is written or taken in behind a link. */
  public static final List<String> BEHIND =
      List.of(
          "。",
          ")",
          ".",
          ",",
          "，请查验",
          "）",
          "】",
          "》",
          "」",
          "”",
          "\"",
          "'",
          "»",
          "…",
          "...",
          ";",
          "\n请打开",
          "\r\nlook",
          " 请查验",
          "\u00A0",
          "\u200B",
          "\uFEFF",
          "\u2060",
          "\uFE0F",
          "🍵",
          "🍵 茶",
          "&gt;",
          ">",
          "&quot;",
          "/",
          "//",
          "!",
          "！",
          "?",
          "？",
          "*",
          "~",
          "_",
          "|",
          "<br>",
          "<b>",
          "]",
          "}",
          "、",
          "；",
          "：",
          "\t",
          "&",
          "&&",
          "=",
          "%",
          "%2",
          "%zz",
          "%E3%80",
          "{",
          "(",
          "（转发）",
          "—看",
          "`",
          "^",
          "$",
          "@",
          "｡",
          "\u202C",
          "\u200E",
          "\uDB40\uDC20");

  /** What trackers and servers add. */
  public static final List<String> ADDED =
      List.of(
          "?utm_source=wechat&utm_medium=social",
          "?fbclid=" + "aB3_-".repeat(30),
          "?gclid=" + "x".repeat(600),
          "?utm_content=" + "a".repeat(3_000),
          "?from=timeline&isappinstalled=0",
          "?s=20&t=abcDEF",
          "?s=0123456789abcdef0123456789abcdef01234567",
          "?S=",
          "?17=",
          "?17=soon",
          "?21=00000000000000000000",
          "?10=",
          "?linkType=gs1:pip",
          "?url=https%3A%2F%2Fx.example%2F01%2F09521234543213%2F21%2F00000000000000000000",
          "?r=/01/09521234543213/21/00000000000000000000",
          "?a=1?b=2",
          "&utm_source=x",
          ";jsessionid=0123456789ABCDEF",
          ";jsessionid=0123456789ABCDEF?utm_source=x",
          "#top",
          "%23top",
          "#:~:text=Tea",
          "?%E4%B8%AD=%E6%96%87",
          "?=&=&;;",
          "?%",
          "/?utm_source=x");

  /** What becomes of the letters. */
  public static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          link -> link,
          link -> link.toLowerCase(Locale.ROOT),
          link -> link.toUpperCase(Locale.ROOT),
          link -> link.replace("HTTPS://", "http://HTTPS://"),
          link -> link.replace("HTTPS://", "https://https://"),
          link -> "]Q1" + link,
          link -> "]d2" + link,
          link -> "]C1" + link,
          link -> "\uFEFF" + link,
          link -> "\u00A0 " + link,
          link -> "<" + link,
          link -> "“" + link,
          link -> "真码验证：" + link,
          link -> "Look: " + link,
          link -> link.substring(link.indexOf("/01/")),
          link -> link.substring(link.indexOf("01/")),
          link -> link.replace("/01/", "//01/").replace("/21/", "//21//"),
          link -> link.replace("/01/", "\\01\\").replace("/21/", "\\21\\"),
          link -> link.replace("/01/", "/gtin/").replace("/21/", "/ser/").replace("/10/", "/lot/"),
          link -> link.replace("/01/", "/GTIN/").replace("/21/", "/Ser/").replace("/10/", "/LOT/"),
          link -> link.replace("/21/", "/22/2A/21/"),
          link -> link.replace("/21/", "/9999/x/21/"),
          link -> link.replaceFirst("/01/", "/a/path/01/"),
          Decorations::wide,
          Decorations::escapedWhole,
          link -> escapedWhole(escapedWhole(link)),
          link -> escapedLetters(link, "/21/"),
          link -> escapedLetters(link, "/01/"),
          link -> escapedLetters(link, "/21/").replace("%", "%25"),
          link -> inSerial(link, "\u200B"),
          link -> inSerial(link, "\u00AD"),
          link -> inSerial(link, "%E2%80%8B"),
          link -> inSerial(link, "%EF%BB%BF"),
          link -> groups(link, "%20"),
          link -> groups(link, "+"),
          link -> groups(link, " "),
          link -> groups(link, "-"),
          link -> link.replace("/21/", "/21/%20"));

  private Decorations() {}

  public static Arbitrary<UnaryOperator<String>> spellings() {
    return Arbitraries.of(SPELLINGS);
  }

  /** As a browser sends it: nothing but ASCII. */
  public static String sent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet > ' ' && octet < 127 && "\"<>\\^`{|}".indexOf(octet) < 0;
      out.append(plain ? (char) octet : "%%%02X".formatted(octet));
    }
    return out.toString();
  }

  private static String wide(String link) {
    StringBuilder out = new StringBuilder();
    int from = link.indexOf("/01/");
    for (int i = 0; i < link.length(); i++) {
      char c = link.charAt(i);
      boolean alphanumeric = Character.isLetterOrDigit(c);
      out.append(i > from && alphanumeric ? (char) (c - '!' + '\uFF01') : c);
    }
    return out.toString();
  }

  private static String escapedWhole(String link) {
    return link.replace("%", "%25")
        .replace("/", "%2F")
        .replace("?", "%3F")
        .replace("&", "%26")
        .replace("=", "%3D")
        .replace(":", "%3A");
  }

  /** Every character of the step behind the key as an escape. */
  private static String escapedLetters(String link, String key) {
    int from = link.indexOf(key) + key.length();
    int to = from;
    while (to < link.length() && "/?".indexOf(link.charAt(to)) < 0) {
      to++;
    }
    StringBuilder out = new StringBuilder(link.substring(0, from));
    link.substring(from, to).chars().forEach(c -> out.append("%%%02x".formatted(c)));
    return out + link.substring(to);
  }

  private static String inSerial(String link, String hidden) {
    int from = link.indexOf("/21/") + 7;
    return link.substring(0, from) + hidden + link.substring(from);
  }

  private static String groups(String link, String gap) {
    int from = link.indexOf("/21/") + 4;
    String serial = link.substring(from, from + 20).replaceAll("(.{5})(?=.)", "$1" + gap);
    return link.substring(0, from) + serial + link.substring(from + 20);
  }
}
