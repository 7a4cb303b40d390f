package io.zhenma.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/**
 * The languages the pages speak: one for each file {@code verify/messages_xx.properties} on the
 * classpath, xx being an ISO 639 code. English is spoken to whoever asks for none of them.
 */
public final class Languages {

  /** Longer headers are no browser's; reading them would cost more than they tell. */
  private static final int LONGEST_HEADER = 500;

  private static final int REMEMBERED_HEADERS = 1_000;

  private static final Locale DEFAULT = Locale.ENGLISH;

  private final List<Locale> spoken =
      Arrays.stream(Locale.getISOLanguages())
          .filter(Messages::exist)
          .map(Locale::forLanguageTag)
          .toList();

  /** Browsers send a few hundred different headers in all. */
  private final Cache<String, Locale> chosen =
      Caffeine.newBuilder().maximumSize(REMEMBERED_HEADERS).build();

  /** All languages that have texts. */
  public List<Locale> spoken() {
    return spoken;
  }

  /**
   * The language to answer in.
   *
   * @param acceptLanguage the header's value (RFC 9110, section 12.5.4), or null when there is none
   */
  public Locale choose(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
      return DEFAULT;
    }
    return chosen.get(acceptLanguage, this::read);
  }

  private Locale read(String acceptLanguage) {
    try {
      return best(LanguageRange.parse(acceptLanguage.strip()));
    } catch (IllegalArgumentException malformed) {
      return DEFAULT;
    }
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

  private Locale best(List<LanguageRange> ranges) {
    List<Locale> welcome = new ArrayList<>(spoken);
    ranges.stream()
        .filter(range -> range.getWeight() == 0)
        .forEach(range -> welcome.removeIf(locale -> range.getRange().equals(locale.toString())));
    List<LanguageRange> wanted = ranges.stream().filter(range -> range.getWeight() > 0).toList();
    Locale found = Locale.lookup(wanted, welcome);
    return found == null ? DEFAULT : found;
  }
}
