package io.zhenma.gs1;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the item that a link names, whatever others did to the link on its way: parameters added,
 * punctuation or words behind it, letters in another case or width, escapes of escapes, characters
 * nobody sees, slashes doubled, keys in another order or by their names. What is found is strict,
 * as {@link DigitalLink} is. Nothing is guessed: a serial number is read whole or not at all, and a
 * text that names two items names none.
 */
public final class LinkReader {
  /** Characters of the longest text that is looked at. */
  public static final int LONGEST = 8_192;

  private static final int MOST_ESCAPED = 4;

  /** Slashes, doubled or with a dot between. */
  private static final String SLASHES = "[/\\\\]+(?:\\.[/\\\\]+)*";

  private static final Pattern PRIMARY_KEY =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:01|gtin)(?:;[^/\\\\]*)?" + SLASHES + "([0-9]{8,14})(?![0-9])",
          Pattern.CASE_INSENSITIVE);

  /** The key as a parameter, since some write all of them so. */
  private static final Pattern KEY_PARAMETER =
      Pattern.compile("[?&](?:01|gtin)=([0-9]{8,14})(?![0-9])", Pattern.CASE_INSENSITIVE);

  /** As people write it: {@code GTIN/SERIAL}, with a slash or a gap between. */
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:https?://[^/?#\\s]+)?/*([0-9]{8,14})(?:/|[\\s\\p{Z}]+)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Mail programs break long links behind a slash. */
  private static final Pattern BROKEN_LINE = Pattern.compile("(?<=[/\\\\])\\s*[\r\n]\\s*");

  /** What stands before a link without a gap, no sign of links itself: a comma, a bracket. */
  private static final Pattern BEFORE_LINK =
      Pattern.compile(
          "(?<=^|\\s)([^?#\\s]*[^=/&?#%0-9A-Za-z\\s])(?=https?:[/\\\\])", Pattern.CASE_INSENSITIVE);

  /** What keyboards of Chinese and typesetters write for a slash. */
  private static final String SLASHES_OF_OTHERS = "\u3001\uFF64\u2044\u2215";

  /** As it is printed, with nothing added: nearly all that is scanned. */
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?:(?i:https?)://[0-9A-Za-z.:-]+)?/01/([0-9]{14})/21/([0-9A-HJKMNP-TV-Z]{20})");

  private LinkReader() {}

  /**
   * Reads a link, its path, or {@code GTIN/SERIAL}; the host is not looked at.
   *
   * @throws Gs1Exception when no item is named, or more than one
   */
  public static DigitalLink read(String text) {
    if (text.length() > LONGEST) {
      throw new Gs1Exception(Gs1Error.LINK_SHAPE, "a link is shorter");
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return new DigitalLink(new Gtin(compact.group(1)), new SerialNumber(compact.group(2)));
    }
    String seen = seen(text);
    if (!PRIMARY_KEY.matcher(seen).find()) {
      seen = ElementString.link(Width.narrow(text)).map(LinkReader::seen).orElse(seen);
    }
    for (int escaped = 0; escaped < MOST_ESCAPED; escaped++) {
      Optional<DigitalLink> found = find(seen);
      if (found.isPresent()) {
        return found.get();
      }
      String decoded = seen(Escapes.decoded(seen));
      if (decoded.equals(seen)) {
        break;
      }
      seen = decoded;
    }
    throw new Gs1Exception(Gs1Error.LINK_SHAPE, "a link has the form /01/GTIN/21/SERIAL");
  }

  /**
   * Whether the text is more than a serial number by itself: a link, GTIN and serial number, or
   * element strings, whatever may be wrong with them.
   */
  public static boolean isMore(String text) {
    String seen = seen(Escapes.decoded(text, MOST_ESCAPED));
    return seen.indexOf('/') >= 0
        || text.indexOf('%') >= 0
        || SHORT.matcher(seen).matches()
        || ElementString.link(Width.narrow(text)).isPresent();
  }

  /** The product that a text names, which may name no item. */
  public static Optional<Gtin> product(String text) {
    String seen = text.length() > LONGEST ? "" : seen(Escapes.decoded(text, MOST_ESCAPED));
    Matcher key = PRIMARY_KEY.matcher(seen);
    try {
      return key.find() ? Optional.of(Gtin.parse(key.group(1))) : Optional.empty();
    } catch (Gs1Exception none) {
      return Optional.empty();
    }
  }

  /** The text as people see it, in narrow characters; the ends of lines stay. */
  private static String seen(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    Width.narrow(text)
        .codePoints()
        .filter(c -> !Unseen.is(c) || c == '\n' || c == '\r' || c == '\t')
        .map(c -> SLASHES_OF_OTHERS.indexOf(c) < 0 ? c : '/')
        .forEach(seen::appendCodePoint);
    String whole = BROKEN_LINE.matcher(Unseen.trim(seen.toString())).replaceAll("");
    return BEFORE_LINK.matcher(whole).replaceAll("$1 ");
  }

  /**
   * The first link of the text, when those behind it name no other item. A link that names no
   * serial number is none: it may do so once it is decoded. One whose serial number can't be read
   * is refused for good, so that nothing else in the text is taken for it.
   */
  private static Optional<DigitalLink> find(String text) {
    Matcher key = PRIMARY_KEY.matcher(text);
    if (!key.find()) {
      return typed(asPath(text));
    }
    if (isHidden(text.substring(0, key.start()))) {
      return Optional.empty();
    }
    Optional<DigitalLink> first = Optional.empty();
    for (boolean more = true; more; ) {
      int start = key.start();
      int gtinEnd = key.end(1);
      String gtin = key.group(1);
      more = nextBehindGap(key, text);
      String url =
          text.substring(0, more ? LinkPieces.previousGap(text, key.start()) : text.length());
      LinkPieces pieces = LinkPieces.around(url, start, gtinEnd);
      boolean goesOn = gtinEnd < url.length() && url.charAt(gtinEnd) == '%';
      if (!pieces.namesSerial() || (goesOn && !isGtin(gtin))) {
        return Optional.empty();
      }
      DigitalLink link = pieces.link(gtin);
      requireSame(first.orElse(link), link);
      first = first.or(() -> Optional.of(link));
    }
    return first;
  }

  /** Whether an earlier link shows once the text is decoded: that one goes first. */
  private static boolean isHidden(String before) {
    return before.indexOf('%') >= 0
        && PRIMARY_KEY.matcher(seen(Escapes.decoded(before, MOST_ESCAPED) + "/")).find();
  }

  /** Moves on to the next link that people wrote apart from this one: parameters are none. */
  private static boolean nextBehindGap(Matcher key, String text) {
    int end = key.end();
    while (key.find()) {
      String between = text.substring(end, key.start());
      String word = between.substring(LinkPieces.previousGap(between, between.length()));
      if (word.length() < between.length() && !isParameter(between, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isParameter(String between, String word) {
    return "?#&".indexOf(between.charAt(between.length() - word.length() - 1)) >= 0;
  }

  private static void requireSame(DigitalLink first, DigitalLink other) {
    if (!other.gtin().equals(first.gtin()) || !other.serial().equals(first.serial())) {
      throw new Gs1Exception(Gs1Error.LINK_SHAPE, "the text names more than one item");
    }
  }

  private static boolean isGtin(String digits) {
    try {
      Gtin.parse(digits);
      return true;
    } catch (Gs1Exception cut) {
      return false;
    }
  }

  /** The GTIN of a parameter where the path has it. */
  private static String asPath(String text) {
    Matcher key = KEY_PARAMETER.matcher(text);
    return key.find() ? key.group(1) + "/" + text.substring(text.indexOf('?')) : text;
  }

  private static Optional<DigitalLink> typed(String text) {
    Matcher whole = SHORT.matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    String gtin = whole.group(1);
    String link = gtin + "/" + whole.group(2);
    return Optional.of(LinkPieces.around(link, 0, gtin.length()).typed(gtin));
  }
}
