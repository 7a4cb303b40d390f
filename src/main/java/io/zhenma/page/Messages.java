package io.zhenma.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/** The texts of one language. */
record Messages(Locale locale, Map<String, String> texts) {
  private static final String LANGUAGE = "page.lang";
  private static final String DIRECTION = "page.dir";

  /** Languages whose scripts run from right to left (Unicode CLDR, script metadata). */
  private static final Set<String> LEFTWARDS =
      Set.of("ar", "dv", "fa", "he", "iw", "ji", "ps", "sd", "ug", "ur", "yi");

  /**
   * @param english stands in for what the language lacks, but for what it is called
   * @param own its texts
   */
  static Messages of(Locale locale, Map<String, String> english, Map<String, String> own) {
    Map<String, String> texts = new HashMap<>(english);
    texts.put(LANGUAGE, locale.toLanguageTag());
    texts.putAll(own);
    texts.put(DIRECTION, LEFTWARDS.contains(locale.getLanguage()) ? "rtl" : "ltr");
    return new Messages(locale, Map.copyOf(texts));
  }

  /** The text of a key that every language must have. */
  String text(String key) {
    return find(key)
        .orElseThrow(
            () -> new MissingResourceException("No text for " + key, locale.toString(), key));
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }
}
