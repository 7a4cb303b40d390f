package io.zhenma.gs1;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GS1 element strings, as labels show them, {@code (01)GTIN(21)SERIAL}, and as scanners of GS1
 * symbols type them, {@code 01GTIN21SERIAL} with a separator behind values of any length.
 *
 * <p>Source: GS1 General Specifications, sections 4.15 (human readable text) and 7.8 (element
 * strings; figure 7.8.5-2 for values of a fixed length).
 */
final class ElementString {
  private static final Pattern BRACKETED =
      Pattern.compile("[(\\[]\\s*(01|10|1[1-7]|20|21|22|235|240)\\s*[)\\]][\\s:]*");

  /** After a scanner's prefix; a separator may stand for the first FNC1 of the symbol. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:\\][A-Za-z][0-9A-Za-z])?[\\x1D\\x{241D}]?01[0-9]{14}[0-9].*", Pattern.DOTALL);

  /** With gaps that a form may have put in; a lot would not be told from its neighbours then. */
  private static final Pattern DENSE = Pattern.compile("01([0-9]{14})21([0-9A-Za-z]{20})");

  private static final Pattern BEFORE_PLAIN =
      Pattern.compile("^(?:\\][A-Za-z][0-9A-Za-z])?[\\x1D\\x{241D}]?");

  /** FNC1 as scanners write it: the group separator, its picture, its name, a sign no lot has. */
  private static final Pattern SEPARATOR =
      Pattern.compile("<GS>|\\{GS\\}|%1D|\\^\\]|[^!-~]|[|~^]", Pattern.CASE_INSENSITIVE);

  private static final Map<String, Integer> FIXED =
      Map.of("01", 14, "11", 6, "12", 6, "13", 6, "15", 6, "16", 6, "17", 6, "20", 2);

  private ElementString() {}

  /**
   * The link that says the same.
   *
   * @param text as it was typed or scanned, in narrow characters
   * @return empty when it is no element string with a GTIN and a serial number
   */
  static Optional<String> link(String text) {
    Matcher dense = DENSE.matcher(ScannerText.bare(text).replaceAll("[\\s\\p{Z}]", ""));
    if (dense.matches()) {
      return Optional.of("/01/" + dense.group(1) + "/21/" + dense.group(2));
    }
    Map<String, String> values = PLAIN.matcher(text).matches() ? plain(text) : bracketed(text);
    if (!values.containsKey("01") || !values.containsKey("21")) {
      return Optional.empty();
    }
    StringBuilder link = new StringBuilder("/01/").append(values.get("01"));
    for (String key : new String[] {"10", "21"}) {
      Optional.ofNullable(values.get(key))
          .ifPresent(value -> link.append('/').append(key).append('/').append(escaped(value)));
    }
    return Optional.of(link + (values.containsKey("17") ? "?17=" + values.get("17") : ""));
  }

  private static Map<String, String> bracketed(String text) {
    Map<String, String> values = new TreeMap<>();
    Matcher key = BRACKETED.matcher(text);
    boolean more = key.find();
    while (more) {
      String name = key.group(1);
      int from = key.end();
      more = key.find();
      String value = Unseen.trim(text.substring(from, more ? key.start() : text.length()));
      if (values.put(name, value) != null) {
        return Map.of();
      }
    }
    return values;
  }

  private static Map<String, String> plain(String text) {
    Map<String, String> values = new TreeMap<>();
    String rest = BEFORE_PLAIN.matcher(text).replaceFirst("");
    while (rest.length() > 2) {
      String key = rest.substring(0, 2);
      Integer length = FIXED.get(key);
      if (length == null && !key.equals("10") && !key.equals("21") && !key.equals("22")) {
        break;
      }
      String behind = rest.substring(2);
      Matcher separator = SEPARATOR.matcher(behind);
      boolean ends = separator.find();
      int end = ends ? separator.start() : behind.length();
      int taken = length == null ? end : Math.min(length, end);
      if (values.put(key, behind.substring(0, taken)) != null) {
        return Map.of();
      }
      rest = behind.substring(ends && taken == end ? separator.end() : taken);
    }
    return values;
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (char c : value.toCharArray()) {
      if ("%/\\?#;&".indexOf(c) >= 0) {
        text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
