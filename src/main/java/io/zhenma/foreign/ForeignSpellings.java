package io.zhenma.foreign;

import io.zhenma.gs1.Escapes;
import io.zhenma.gs1.Width;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The codes that a text may mean which people and applications handled on its way: as it stands,
 * without what nobody sees, without marks and words behind it, and as an address see {@link
 * AddressSpellings}. In steps: a later one counts only where none before it is an imported code,
 * and only if it leads to one code alone.
 */
final class ForeignSpellings {
  private static final int MOST_ESCAPED = 3;

  private static final int MOST_MARKS = 12;

  /** Marks that chats and sentences put behind a link; codes end in other ones. */
  private static final Pattern MARK_BEHIND =
      Pattern.compile("(?:[.,;:!?)\\]}<>'\"*~`|/\\s\\p{Z}\\p{C}]|[\\p{P}\\p{S}&&[^\\x00-\\x7f]])$");

  /** Where words begin that were written on behind a link. */
  private static final Pattern WORDS_BEHIND =
      Pattern.compile(
          "(?:[，。、；：！？）】》」』”’…｡\\r\\n\\t\\p{Zl}\\p{Zp}]|;[A-Za-z][A-Za-z0-9_.]*=|&[a-z]{2,6};|[?#]).*",
          Pattern.DOTALL);

  private ForeignSpellings() {}

  /** The steps, the likeliest first; each has at least one code, and no code comes twice. */
  static List<Set<ForeignCode>> of(String text) {
    List<Set<ForeignCode>> steps = new ArrayList<>();
    Set<ForeignCode> known = new LinkedHashSet<>();
    literal(text, steps, known);
    for (String spelling : texts(text)) {
      for (boolean ignoreCase : new boolean[] {false, true}) {
        addresses(spelling, ignoreCase, steps, known);
      }
    }
    return steps;
  }

  private static Set<String> texts(String text) {
    Set<String> texts = new LinkedHashSet<>();
    for (String seen : List.of(text, Escapes.decoded(text, MOST_ESCAPED))) {
      String narrow = Width.narrow(seen);
      for (String wide : List.of(seen, narrow)) {
        addWithoutMarks(wide, texts);
        addWithoutMarks(withoutWords(wide), texts);
      }
    }
    return texts;
  }

  /** One mark less each time, since a code may end in one of them. */
  private static void addWithoutMarks(String text, Set<String> texts) {
    String rest = text;
    for (int i = 0; i < MOST_MARKS && texts.add(rest); i++) {
      rest = MARK_BEHIND.matcher(rest).replaceFirst("");
    }
  }

  /** Parameters of an address are no words behind it. */
  private static String withoutWords(String text) {
    int query = ForeignCode.isAddress(text) ? text.indexOf('?') + 1 : 0;
    return text.substring(0, query) + WORDS_BEHIND.matcher(text.substring(query)).replaceFirst("");
  }

  private static void literal(String text, List<Set<ForeignCode>> steps, Set<ForeignCode> known) {
    try {
      add(Set.of(ForeignCode.literal(text, false)), steps, known);
      add(Set.of(ForeignCode.literal(text, true)), steps, known);
    } catch (ForeignCodeException notThen) {
      // Then it is no code of that time
    }
  }

  private static void addresses(
      String text, boolean ignoreCase, List<Set<ForeignCode>> steps, Set<ForeignCode> known) {
    try {
      ForeignCode code = ForeignCode.parse(text, ignoreCase);
      if (!code.isAddress()) {
        add(Set.of(code), steps, known);
        return;
      }
      for (Set<String> near : AddressSpellings.of(code.text())) {
        Set<ForeignCode> codes = new LinkedHashSet<>();
        near.forEach(address -> codes.add(new ForeignCode(address, ignoreCase)));
        add(codes, steps, known);
      }
    } catch (ForeignCodeException none) {
      // Another spelling may be one
    }
  }

  private static void add(
      Set<ForeignCode> codes, List<Set<ForeignCode>> steps, Set<ForeignCode> known) {
    Set<ForeignCode> fresh = new LinkedHashSet<>(codes);
    fresh.removeAll(known);
    if (!fresh.isEmpty()) {
      known.addAll(fresh);
      steps.add(fresh);
    }
  }
}
