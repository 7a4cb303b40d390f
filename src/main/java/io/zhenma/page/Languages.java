package io.zhenma.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhenma.language.AcceptLanguage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The languages the pages speak: one for each file {@code messages_xx.properties}, xx being an ISO
 * 639 code, among those that come with the program and those of the operator. English is spoken to
 * whoever asks for none of them, and stands in for texts that a language lacks.
 */
public final class Languages {

  /** Longer headers are no browser's, and each would take a place among those remembered. */
  private static final int LONGEST_REMEMBERED = 500;

  private static final int REMEMBERED_HEADERS = 1_000;

  private static final Locale DEFAULT = Locale.ENGLISH;

  private final Map<Locale, Messages> texts;
  private final List<Locale> spoken;

  /** The languages that come with the program. */
  public Languages() {
    this(Optional.empty());
  }

  /**
   * Those and the operator's.
   *
   * @param directory of further files; one of a language that is there already replaces the texts
   *     that it has
   * @throws java.io.UncheckedIOException when a file of it can't be read
   */
  public Languages(Optional<Path> directory) {
    MessageFiles files = new MessageFiles(directory);
    Map<String, String> english = files.read(DEFAULT);
    spoken =
        Arrays.stream(Locale.getISOLanguages())
            .map(Locale::forLanguageTag)
            .distinct()
            .filter(files::speak)
            .toList();
    texts =
        spoken.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    locale -> Messages.of(locale, english, files.read(locale))));
  }

  /** Browsers send a few hundred different headers in all. */
  private final Cache<String, Locale> chosen =
      Caffeine.newBuilder().maximumSize(REMEMBERED_HEADERS).build();

  /** All languages that have texts. */
  public List<Locale> spoken() {
    return spoken;
  }

  /** The texts of the language spoken that is nearest. */
  Messages texts(Locale locale) {
    Messages found = texts.get(nearest(locale));
    if (found == null) {
      throw new IllegalStateException("The default language has no texts");
    }
    return found;
  }

  /**
   * The language to answer in.
   *
   * @param acceptLanguage the header's value (RFC 9110, section 12.5.4), or null when there is none
   */
  public Locale choose(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return DEFAULT;
    }
    return acceptLanguage.length() > LONGEST_REMEMBERED
        ? read(acceptLanguage)
        : chosen.get(acceptLanguage, this::read);
  }

  private Locale read(String acceptLanguage) {
    return AcceptLanguage.choose(acceptLanguage, spoken, DEFAULT);
  }

  /** The language spoken that is nearest to the one given, for example Chinese for zh-Hans-CN. */
  public Locale nearest(Locale locale) {
    for (Locale candidate : spoken) {
      if (candidate.getLanguage().equals(locale.getLanguage())) {
        return candidate;
      }
    }
    return DEFAULT;
  }
}
