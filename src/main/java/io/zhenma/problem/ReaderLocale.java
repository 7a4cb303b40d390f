package io.zhenma.problem;

import io.zhenma.language.AcceptLanguage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language in which the API answers: Chinese for whoever prefers it to English, else English.
 */
public final class ReaderLocale {
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

  private ReaderLocale() {}

  /** Of an Accept-Language header, or of none. */
  public static Locale of(@Nullable String acceptLanguage) {
    return AcceptLanguage.choose(acceptLanguage, SPOKEN, Locale.ENGLISH);
  }
}
