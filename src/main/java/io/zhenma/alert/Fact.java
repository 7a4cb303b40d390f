package io.zhenma.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an alert may tell. A closed list, with values that can hold neither an address nor a name of
 * a person, so that nothing personal gets into mails and webhooks. Each has a text in the console
 * and in the message files.
 */
public enum Fact {
  /** Scans, of people only. */
  SCANS(Form.COUNT),
  /** How many scans are usual at that hour of the week. */
  USUAL_SCANS(Form.COUNT),
  /** The number from which on it is called unusual. */
  LIMIT(Form.COUNT),
  /** Different devices. */
  DEVICES(Form.COUNT),
  /** Different items. */
  ITEMS(Form.COUNT),
  /** Tries of codes that don't exist. */
  ATTEMPTS(Form.COUNT),
  /** Different blocks of addresses (/24, /48) that it comes from; never the addresses. */
  SOURCES(Form.COUNT),
  /** Time that it took, seconds. */
  SECONDS(Form.COUNT),
  /** A batch's number. */
  BATCH(Form.COUNT),
  /** An item's number within its batch. */
  ITEM(Form.COUNT),
  GTIN(Form.CODE),
  /** Of the verdict, 0 to 100. */
  SCORE(Form.COUNT),
  /** Of the verdict, as the API names them. */
  REASONS(Form.CODES),
  /** GB/T 2260. */
  PROVINCES(Form.CODES),
  /** ISO 3166-1 alpha-2. */
  COUNTRIES(Form.CODES),
  /** Classes of networks that it comes from, such as {@code data-centre}. */
  NETWORKS(Form.CODES),
  /** Batches and deliveries of which somebody took codes. */
  DOWNLOADS(Form.COUNT),
  /** When the hour in question began. */
  HOUR(Form.INSTANT),
  /** Since when. */
  SINCE(Form.INSTANT);

  private final Form form;

  Fact(Form form) {
    this.form = form;
  }

  /** Such as {@code usualScans}. */
  public String key() {
    StringBuilder key = new StringBuilder();
    for (String word : name().split("_", -1)) {
      String lower = word.toLowerCase(java.util.Locale.ROOT);
      key.append(
          key.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return key.toString();
  }

  /**
   * The value as JSON knows it.
   *
   * @throws IllegalArgumentException when the fact has no such values
   */
  Object checked(Object value) {
    return form.checked(this, value);
  }

  private enum Form {
    COUNT,
    CODE,
    CODES,
    INSTANT;

    private static final int MOST = 16;
    private static final Pattern CODE_FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    Object checked(Fact fact, Object value) {
      if (this == COUNT && value instanceof Number number && number.longValue() >= 0) {
        return number.longValue();
      }
      if (this == CODE && isCode(value)) {
        return value;
      }
      if (this == CODES
          && value instanceof List<?> codes
          && codes.stream().allMatch(Form::isCode)) {
        return List.copyOf(codes.subList(0, Math.min(codes.size(), MOST)));
      }
      if (this == INSTANT && value instanceof Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
      }
      throw new IllegalArgumentException("no value of the fact " + fact);
    }

    private static boolean isCode(Object value) {
      return value instanceof String text && CODE_FORM.matcher(text).matches();
    }
  }
}
