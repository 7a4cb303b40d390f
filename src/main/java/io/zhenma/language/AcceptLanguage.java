package io.zhenma.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Accept-Language header (RFC 9110, section 12.5.4) as clients write it. What is wrong in
 * it costs one element and never the header; {@code zh_CN.UTF-8} is read as {@code zh-CN}.
 */
public final class AcceptLanguage {
  /** What follows is not read: no person has chosen that many languages. */
  private static final int LONGEST = 4_000;

  private static final int LONGEST_ELEMENT = 100;

  private static final Pattern ELEMENT =
      Pattern.compile(
          "[\\s\"']*(\\*|[A-Za-z]{1,8}(?:[-_]+[A-Za-z0-9]{1,8})*)[-_]*(?:[.@|:\\s][^;]*)?[\\s\"']*"
              + "(?:;\\s*(?:[qQ]\\s*=)?([^;]*).*)?");

  private static final Pattern WEIGHT =
      Pattern.compile("(?:0(?:\\.[0-9]*)?|\\.[0-9]+|1(?:\\.0*)?)");

  /**
   * Of an element whose weight can't be read: the reader wants it, but what is clear comes first.
   */
  private static final double UNREADABLE = 0.0001;

  /** Tongues that are written in Chinese. */
  private static final Set<String> CHINESE =
      Set.of("cmn", "yue", "wuu", "hak", "nan", "gan", "hsn", "zho", "chi");

  private AcceptLanguage() {}

  /**
   * The language to answer in.
   *
   * @param header the header's value, or null when there is none
   * @param spoken the languages there are
   * @param otherwise for readers who want none of them
   */
  public static Locale choose(@Nullable String header, List<Locale> spoken, Locale otherwise) {
    List<LanguageRange> ranges = ranges(header == null ? "" : header);
    List<Locale> welcome = new ArrayList<>(spoken);
    ranges.stream()
        .filter(range -> range.getWeight() == 0)
        .forEach(range -> welcome.removeIf(locale -> range.getRange().equals(locale.toString())));
    List<LanguageRange> wanted = ranges.stream().filter(range -> range.getWeight() > 0).toList();
    Locale found = Locale.lookup(wanted, welcome);
    boolean anyOther = wanted.stream().anyMatch(range -> range.getRange().equals("*"));
    Locale any = anyOther && !welcome.contains(otherwise) ? first(welcome, otherwise) : otherwise;
    return found == null ? any : found;
  }

  private static Locale first(List<Locale> welcome, Locale otherwise) {
    return welcome.isEmpty() ? otherwise : welcome.get(0);
  }

  /** What can be read of the header, the most wanted first. */
  private static List<LanguageRange> ranges(String header) {
    List<LanguageRange> ranges = new ArrayList<>();
    for (String element : cut(header).split(",", -1)) {
      Matcher parts = ELEMENT.matcher(element);
      if (element.length() <= LONGEST_ELEMENT && parts.matches()) {
        add(ranges, parts.group(1).replaceAll("[-_]+", "-"), weight(parts.group(2)));
      }
    }
    ranges.sort(Comparator.comparingDouble(LanguageRange::getWeight).reversed());
    return ranges;
  }

  private static void add(List<LanguageRange> ranges, String tag, double weight) {
    ranges.add(new LanguageRange(tag, weight));
    String language = tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
    if (CHINESE.contains(language)) {
      ranges.add(new LanguageRange("zh", weight));
    }
  }

  private static double weight(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return text == null ? LanguageRange.MAX_WEIGHT : UNREADABLE;
    }
    String number = text.strip();
    return WEIGHT.matcher(number).matches() ? Double.parseDouble(number) : UNREADABLE;
  }

  private static String cut(String header) {
    if (header.length() <= LONGEST) {
      return header;
    }
    String start = header.substring(0, LONGEST);
    return start.substring(0, Math.max(0, start.lastIndexOf(',')));
  }
}
