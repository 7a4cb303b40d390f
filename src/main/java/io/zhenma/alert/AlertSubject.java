package io.zhenma.alert;

import java.util.regex.Pattern;

/**
 * What an alert is about, as short text that is the same for the same thing: {@code brand}, {@code
 * product:06901234567892}, {@code batch:3}, {@code item:3:17}.
 */
public record AlertSubject(String text) {
  private static final int LONGEST = 80;
  private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*(:[A-Za-z0-9-]+){0,2}");

  public AlertSubject {
    if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no subject of an alert");
    }
  }

  /** All of the brand. */
  public static AlertSubject brand() {
    return new AlertSubject("brand");
  }

  /**
   * @param gtin 14 digits
   */
  public static AlertSubject product(String gtin) {
    return new AlertSubject("product:" + gtin);
  }

  public static AlertSubject batch(int number) {
    return new AlertSubject("batch:" + number);
  }

  /**
   * @param batch its number
   * @param item the item's number in the batch
   */
  public static AlertSubject item(int batch, int item) {
    return new AlertSubject("item:" + batch + ":" + item);
  }

  static AlertSubject subscription(long id) {
    return new AlertSubject("subscription:" + id);
  }
}
