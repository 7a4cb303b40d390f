package io.zhenma.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Files of texts in UTF-8: those that come with the program and those in an operator's directory.
 */
record MessageFiles(Optional<Path> directory) {

  /** Whether there is a file of that language. */
  boolean speak(Locale locale) {
    return Resources.exists(shipped(locale)) || own(locale).isPresent();
  }

  /** The texts of that language, the operator's before those that come with the program. */
  Map<String, String> read(Locale locale) {
    Properties properties = new Properties();
    try {
      if (Resources.exists(shipped(locale))) {
        load(properties, Resources.open(shipped(locale)));
      }
      if (own(locale).isPresent()) {
        load(properties, Files.newInputStream(own(locale).get()));
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new UncheckedIOException(
          "Can't read the texts in " + name(locale), new IOException(broken));
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }

  private static void load(Properties properties, InputStream file) throws IOException {
    try (InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
  }

  private Optional<Path> own(Locale locale) {
    return directory.map(there -> there.resolve(name(locale))).filter(Files::isRegularFile);
  }

  private static String shipped(Locale locale) {
    return "/verify/" + name(locale);
  }

  private static String name(Locale locale) {
    return "messages_" + locale.getLanguage() + ".properties";
  }
}
