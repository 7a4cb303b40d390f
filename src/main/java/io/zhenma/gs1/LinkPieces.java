package io.zhenma.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link in pieces around its GTIN: the steps of its path and its parameters, not decoded.
 *
 * <p>Source: GS1 Digital Link Standard: URI Syntax 1.4, section 4; the names of keys are those of
 * version 1.1, section 3.
 */
final class LinkPieces {
  private static final int MOST_ESCAPED = 4;
  private static final int MOST_STEPS = 100;

  /** Signatures are this long, give or take what gets lost or doubled in copying. */
  private static final int LOST = 13;

  private static final Pattern SLASHES = Pattern.compile("[/\\\\]+(?:\\.[/\\\\]+)*");
  private static final Pattern SERIAL_STEP =
      Pattern.compile("[/\\\\](?:21|ser)[/\\\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEPARATORS = Pattern.compile("[?&;#\\s]+");
  private static final Pattern SESSION = Pattern.compile(";[A-Za-z][A-Za-z0-9_.-]*=.*");
  private static final Pattern NOT_BASE_32 = Pattern.compile("[^0-9A-Za-z].*", Pattern.DOTALL);

  /** What ends a lot that others added to: no character of GS1's set is behind ASCII. */
  private static final Pattern NO_LOT = Pattern.compile("[^!-~].*", Pattern.DOTALL);

  private static final Pattern ANY_KEY = Pattern.compile("[0-9]{2,4}");
  private static final Pattern SIX_DIGITS =
      Pattern.compile("([0-9]{6})(?![0-9]).*", Pattern.DOTALL);
  private static final List<String> SERIAL = List.of("21", "ser");
  private static final List<String> LOT = List.of("10", "lot");
  private static final List<String> EXPIRY = List.of("17", "exp");
  private static final List<String> QUALIFIERS =
      List.of("21", "ser", "10", "lot", "22", "cpv", "235", "tpx");

  private final List<String> before;
  private final List<String> after;
  private final List<String> parameters;

  private LinkPieces(List<String> before, List<String> after, List<String> parameters) {
    this.before = before;
    this.after = after;
    this.parameters = parameters;
  }

  /**
   * @param key where the link's primary key begins
   * @param gtinEnd where the GTIN ends
   */
  static LinkPieces around(String text, int key, int gtinEnd) {
    int pathEnd = next(text, gtinEnd, "?#\n\r");
    int end = next(text, pathEnd, "\n\r");
    return new LinkPieces(
        steps(text.substring(previousGap(text, key), key)),
        steps(text.substring(gtinEnd, pathEnd)),
        List.of(SEPARATORS.split(text.substring(gtinEnd, urlEnd(text, pathEnd, end)))));
  }

  /** Whether something stands where a serial number should. */
  boolean namesSerial() {
    return !serialTexts().isEmpty();
  }

  /**
   * @throws Gs1Exception when GTIN or serial number are wrong, or there is no serial number
   */
  DigitalLink link(String gtin) {
    return with(Gtin.parse(gtin), serial());
  }

  /** As people write it, in groups of any length, the key of the serial number left out. */
  DigitalLink typed(String gtin) {
    List<String> texts = serialTexts();
    try {
      return link(gtin);
    } catch (Gs1Exception noGroups) {
      if (texts.isEmpty()) {
        throw noGroups;
      }
      return with(Gtin.parse(gtin), SerialNumber.parse(plain(texts.get(0))));
    }
  }

  private DigitalLink with(Gtin gtin, SerialNumber serial) {
    return new DigitalLink(gtin, lot(), serial, expiry(), signature());
  }

  private SerialNumber serial() {
    Optional<Gs1Exception> refused = Optional.empty();
    for (String text : serialTexts()) {
      try {
        return SerialText.read(plain(text));
      } catch (Gs1Exception wrong) {
        refused = refused.or(() -> Optional.of(wrong));
      }
    }
    throw refused.orElseGet(
        () -> new Gs1Exception(Gs1Error.LINK_SHAPE, "the link names no serial number"));
  }

  /**
   * What may be the serial number. Where the path names one, no other place is looked at: what
   * stands there is not the item's.
   */
  private List<String> serialTexts() {
    List<String> texts = new ArrayList<>();
    following(after, texts);
    if (texts.isEmpty()) {
      withoutKey().ifPresent(texts::add);
    }
    if (texts.isEmpty()) {
      following(before, texts);
    }
    boolean elsewhere = parameters.stream().anyMatch(text -> SERIAL_STEP.matcher(text).find());
    return texts.isEmpty() && !elsewhere ? parameter(SERIAL) : texts;
  }

  /** The last step, when its key was left out. */
  private Optional<String> withoutKey() {
    return Optional.of(after)
        .filter(steps -> steps.size() % 2 == 1)
        .map(steps -> steps.get(steps.size() - 1))
        .filter(step -> !SLASHES.matcher(plain(step)).find());
  }

  private static void following(List<String> steps, List<String> texts) {
    for (int i = 0; i + 1 < steps.size(); i++) {
      if (isKey(steps.get(i), SERIAL)) {
        texts.add(steps.get(i + 1));
      }
    }
  }

  private Optional<Lot> lot() {
    for (int i = 0; i + 1 < after.size(); i++) {
      if (isKey(after.get(i), LOT)) {
        return Optional.of(lot(String.join("/", after.subList(i + 1, lotEnd(i + 2)))));
      }
    }
    return parameter(LOT).stream()
        .filter(value -> !NO_LOT.matcher(plain(value)).replaceFirst("").isEmpty())
        .flatMap(value -> anyLot(value).stream())
        .findFirst();
  }

  /** A parameter of another shape is somebody else's. */
  private static Optional<Lot> anyLot(String value) {
    try {
      return Optional.of(lot(value));
    } catch (Gs1Exception noLot) {
      return Optional.empty();
    }
  }

  /** A lot may hold slashes, which some servers decode on the way. */
  private int lotEnd(int from) {
    for (int i = from; i + 1 < after.size(); i++) {
      if (isKey(after.get(i), QUALIFIERS) && !isOfLot(i)) {
        return arePairs(from, i) ? from : i;
      }
    }
    return Math.min(from, after.size());
  }

  /** Whether it is a part of the lot: its key once more, or a serial number's with none behind. */
  private boolean isOfLot(int key) {
    if (!isKey(after.get(key), SERIAL)) {
      return isKey(after.get(key), LOT);
    }
    try {
      SerialText.read(plain(after.get(key + 1)));
      return false;
    } catch (Gs1Exception none) {
      return true;
    }
  }

  /** Keys that this platform doesn't know, each with its value. */
  private boolean arePairs(int from, int to) {
    boolean pairs = (to - from) % 2 == 0;
    for (int i = from; i < to; i += 2) {
      String key = plain(after.get(i));
      pairs &= ANY_KEY.matcher(key).matches() && !QUALIFIERS.contains(key);
    }
    return pairs;
  }

  private static Lot lot(String step) {
    String once = Escapes.decoded(step);
    try {
      return new Lot(Unseen.trim(once));
    } catch (Gs1Exception escapedAgain) {
      return new Lot(NO_LOT.matcher(plain(once)).replaceFirst(""));
    }
  }

  /** A parameter of another shape is somebody else's. */
  private Optional<ExpiryDate> expiry() {
    return parameter(EXPIRY).stream()
        .map(LinkPieces::plain)
        .map(SIX_DIGITS::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(digits -> new ExpiryDate(digits.group(1)));
  }

  /**
   * The first parameter S that is a signature, else the first that is nearly as long as one, which
   * is refused; others are somebody else's, since other sites use that name, too.
   */
  private Optional<LinkSignature> signature() {
    List<String> near =
        parameter(List.of("s")).stream()
            .map(text -> NOT_BASE_32.matcher(plain(text)).replaceFirst(""))
            .filter(text -> Math.abs(text.length() - LinkSignature.LENGTH) < LOST)
            .toList();
    for (String text : near) {
      try {
        return Optional.of(LinkSignature.parse(text));
      } catch (Gs1Exception damaged) {
        continue;
      }
    }
    return near.stream().findFirst().map(LinkSignature::parse);
  }

  private List<String> parameter(List<String> names) {
    List<String> values = new ArrayList<>();
    for (String pair : parameters) {
      int equals = pair.indexOf('=');
      if (equals > 0 && isKey(pair.substring(0, equals), names)) {
        values.add(pair.substring(equals + 1));
      }
    }
    return values;
  }

  private static boolean isKey(String step, List<String> keys) {
    return keys.contains(plain(step).toLowerCase(Locale.ROOT));
  }

  private static String plain(String text) {
    return Unseen.trim(Width.narrow(Escapes.decoded(text, MOST_ESCAPED)))
        .codePoints()
        .filter(c -> !Unseen.is(c) || c == '\n' || c == '\r')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : SLASHES.split(path)) {
      String bare = SESSION.matcher(step).replaceFirst("");
      if (!bare.isEmpty() && steps.size() < MOST_STEPS) {
        steps.add(bare);
      }
    }
    return steps;
  }

  private static int next(String text, int from, String ends) {
    int at = from;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Parameters end where people write on. */
  private static int urlEnd(String text, int pathEnd, int end) {
    int at = pathEnd;
    while (at < end && !Unseen.isGap(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the piece of text that holds {@code before} begins. */
  static int previousGap(String text, int before) {
    int at = before;
    while (at > 0 && !Unseen.isGap(text.charAt(at - 1)) && "?#&".indexOf(text.charAt(at - 1)) < 0) {
      at--;
    }
    return at;
  }
}
