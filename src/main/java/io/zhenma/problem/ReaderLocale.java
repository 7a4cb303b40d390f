package io.zhenma.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language in which the API answers: Chinese for whoever prefers it to English, else English.
 */
public final class ReaderLocale {
  private static final int LONGEST_HEADER = 500;

  private ReaderLocale() {}

  /** Of an Accept-Language header (RFC 9110, section 12.5.4), or of none. */
  public static Locale of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null
        || acceptLanguage.isBlank()
        || acceptLanguage.length() > LONGEST_HEADER) {
      return Locale.ENGLISH;
    }
    try {
      Locale found =
          Locale.lookup(
              Locale.LanguageRange.parse(acceptLanguage.strip()),
              List.of(Locale.ENGLISH, Locale.CHINESE));
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException nonsense) {
      return Locale.ENGLISH;
    }
  }
}
