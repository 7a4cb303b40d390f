package io.zhenma.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The texts of one language. */
record Messages(Locale locale, Map<String, String> texts) {

  static boolean exist(String language) {
    return Messages.class.getResource(file(language)) != null;
  }

  static Messages of(Locale locale) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Resources.open(file(locale.getLanguage())), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Messages(
        locale,
        properties.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
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

  private static String file(String language) {
    return "/verify/messages_" + language + ".properties";
  }
}
