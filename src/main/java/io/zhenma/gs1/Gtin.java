package io.zhenma.gs1;

/**
 * A Global Trade Item Number in its 14-digit form.
 *
 * <p>Source: GS1 General Specifications, sections 3.3.2 (AI 01) and 7.9 (check digit, modulo 10
 * with weights 3 and 1 from the right).
 *
 * @param digits 14 digits, the last of them the check digit; shorter GTINs are padded with zeros on
 *     the left
 */
public record Gtin(String digits) implements Comparable<Gtin> {
  private static final int LENGTH = 14;

  public Gtin {
    if (digits.length() != LENGTH) {
      throw new Gs1Exception(Gs1Error.GTIN_LENGTH, "a GTIN is kept with 14 digits");
    }
    requireDigits(digits);
    if (checkDigit(digits.substring(0, LENGTH - 1)) != digits.charAt(LENGTH - 1)) {
      throw new Gs1Exception(Gs1Error.GTIN_CHECK_DIGIT, "the GTIN's check digit is wrong");
    }
  }

  /**
   * Reads a GTIN-8, -12, -13 or -14.
   *
   * @throws Gs1Exception when length, characters or check digit are wrong
   */
  public static Gtin parse(String text) {
    return switch (text.length()) {
      case 8, 12, 13, LENGTH -> new Gtin("0".repeat(LENGTH - text.length()) + text);
      default -> throw new Gs1Exception(Gs1Error.GTIN_LENGTH, "a GTIN has 8, 12, 13 or 14 digits");
    };
  }

  /** Completes a number that lacks its check digit; {@code body} has 7, 11, 12 or 13 digits. */
  public static Gtin complete(String body) {
    requireDigits(body);
    return parse(body + checkDigit(body));
  }

  /** Where this number means something. */
  public Circulation circulation() {
    return digits.startsWith("000000") ? ofEight() : ofThirteen();
  }

  /** GTIN-8: its first three digits are the GS1-8 prefix. */
  private Circulation ofEight() {
    int prefix = Integer.parseInt(digits.substring(6, 9));
    return prefix < 100 || prefix / 100 == 2 ? Circulation.RESTRICTED : Circulation.GLOBAL;
  }

  /**
   * The first three of thirteen digits are the GS1 prefix; a case's indicator digit stands before.
   */
  private Circulation ofThirteen() {
    int prefix = Integer.parseInt(digits.substring(1, 4));
    if (prefix / 10 == 2 || prefix / 10 == 4 || prefix / 100 == 2) {
      return Circulation.RESTRICTED;
    }
    if (prefix / 10 == 5 || prefix / 10 == 98 || prefix / 10 == 99) {
      return Circulation.COUPON;
    }
    return prefix == 0 && digits.startsWith("0000", 1) || prefix == 951
        ? Circulation.RESERVED
        : Circulation.GLOBAL;
  }

  private static char checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? 3 * digit : digit;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  private static void requireDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new Gs1Exception(Gs1Error.GTIN_CHARACTER, "a GTIN has digits only");
      }
    }
  }

  @Override
  public int compareTo(Gtin other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
