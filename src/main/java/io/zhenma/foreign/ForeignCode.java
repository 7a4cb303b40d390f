package io.zhenma.foreign;

import io.zhenma.gs1.ScannerText;
import io.zhenma.gs1.Unseen;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code that an earlier system printed, in the one form in which it is kept and looked up: an
 * address as {@link CodeAddress} writes it, or a serial number in Unicode's composed form (NFC).
 * Reading its text again gives the same code.
 *
 * @param text at most {@value #LONGEST} characters
 * @param ignoresCase whether letters were folded, so that any case finds it
 */
record ForeignCode(String text, boolean ignoresCase) {
  /** Most characters of an address in its normal form. */
  static final int LONGEST = 500;

  /** Most characters of a serial number. */
  static final int LONGEST_SERIAL = 100;

  /** Bytes of {@link #hash()}. */
  static final int HASH_BYTES = 16;

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?:[/\\\\].*", Pattern.DOTALL);

  /**
   * Reads a code as a list has it or a scanner gives it. What nobody sees is cut off its ends and
   * refused inside it, as it stands or percent-encoded in an address; gaps of whatever width are
   * blanks.
   *
   * @throws ForeignCodeException when it is none
   */
  static ForeignCode parse(String typed, boolean ignoreCase) {
    String text = ScannerText.bare(isAddress(typed) ? CodeAddress.withUnseen(typed) : typed);
    require(text);
    if (Unseen.isWithin(text) || text.codePoints().anyMatch(ForeignCode::isLost)) {
      throw new ForeignCodeException(LineFault.UNREADABLE);
    }
    ForeignCode code = normal(plainGaps(text), ignoreCase);
    // What the normal form takes off the end, such as a fragment, may have hidden a gap before it
    return isBare(code.text()) ? code : parse(code.text(), ignoreCase);
  }

  private static boolean isBare(String text) {
    String seen = isAddress(text) ? CodeAddress.withUnseen(text) : text;
    return ScannerText.bare(seen).equals(seen);
  }

  /**
   * Reads a code as lists were read once, when only some characters that nobody sees were refused
   * and others became part of the code. Codes of that time are found by it.
   *
   * @throws ForeignCodeException when it was none
   */
  static ForeignCode literal(String typed, boolean ignoreCase) {
    String stripped = typed.strip();
    require(stripped);
    if (stripped.codePoints().anyMatch(ForeignCode::isUnreadable)) {
      throw new ForeignCodeException(LineFault.UNREADABLE);
    }
    return normal(stripped, ignoreCase);
  }

  private static void require(String text) {
    if (text.isEmpty()) {
      throw new ForeignCodeException(LineFault.EMPTY);
    }
    if (text.length() > LONGEST) {
      throw new ForeignCodeException(LineFault.TOO_LONG);
    }
  }

  /** Whether it is an address rather than a serial number. */
  boolean isAddress() {
    return ADDRESS.matcher(text).matches();
  }

  static boolean isAddress(String text) {
    return ADDRESS.matcher(ScannerText.bare(text)).matches();
  }

  private static String plainGaps(String text) {
    return text.codePoints()
        .map(c -> Unseen.isGap(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static ForeignCode normal(String text, boolean ignoreCase) {
    return new ForeignCode(
        ADDRESS.matcher(text).matches() ? address(text, ignoreCase) : serial(text, ignoreCase),
        ignoreCase);
  }

  private static String address(String text, boolean ignoreCase) {
    String normal = CodeAddress.normalise(text);
    return checked(ignoreCase ? CodeAddress.normalise(fold(normal)) : normal, LONGEST);
  }

  private static String serial(String text, boolean ignoreCase) {
    if (text.contains("://")) {
      throw new ForeignCodeException(LineFault.SCHEME);
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return checked(ignoreCase ? fold(composed) : composed, LONGEST_SERIAL);
  }

  private static String checked(String normal, int longest) {
    if (normal.length() > longest) {
      throw new ForeignCodeException(LineFault.TOO_LONG);
    }
    return normal;
  }

  /**
   * Through upper case, since some letters differ in lower case only, to lower case; through lower
   * case first, since the capital sharp s has itself as its upper case, and the small one SS.
   */
  private static String fold(String text) {
    String folded = text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** The code as an import that treats case the other way would have it. */
  ForeignCode inOtherCase() {
    return ignoresCase ? new ForeignCode(text, false) : normal(text, true);
  }

  /** What stands for a character that somebody could not read, or has no agreed shape. */
  private static boolean isLost(int character) {
    return character == 0xFFFD || Character.getType(character) == Character.PRIVATE_USE;
  }

  /** What a person can neither see nor type, and a log or a terminal might obey. */
  private static boolean isUnreadable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /**
   * What the code is found by: the first 128 bits of SHA-256 over its text, apart for codes that
   * ignore case. Not keyed: the text stands beside it, so a key would hide nothing, and losing or
   * changing one would lose the codes.
   */
  byte[] hash() {
    MessageDigest sha256 = sha256();
    sha256.update((byte) (ignoresCase ? 1 : 0));
    return Arrays.copyOf(sha256.digest(text.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
