package io.zhenma.foreign;

import io.zhenma.gs1.Escapes;
import io.zhenma.gs1.Width;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The codes that a text may mean which people and applications handled on its way: as it stands,
 * without what nobody sees, without marks and words behind it, and as an address see {@link
 * AddressSpellings}. In steps: a later one counts only where none before it is an imported code,
 * and only if it leads to one code alone.
 */
final class ForeignSpellings {
  /** Characters of the longest text that is more than looked up as it stands. */
  private static final int LONGEST = 4_096;

  /** Codes after which no more spellings are thought of. */
  private static final int MOST_CODES = 400;

  private static final int MOST_ESCAPED = 3;
  private static final boolean[] EITHER = {false, true};

  private static final int MOST_MARKS = 12;

  /** Marks that chats and sentences put behind a link; codes end in other ones. */
  private static final Pattern MARK_BEHIND =
      Pattern.compile("(?:[.,;:!?)\\]}<>'\"*~`|/\\s\\p{Z}\\p{C}]|[\\p{P}\\p{S}&&[^\\x00-\\x7f]])$");

  /** Where words begin that were written on behind a link. */
  private static final Pattern WORDS_BEHIND =
      Pattern.compile(
          "(?:[，。、；：！？）】》」』”’…｡\\r\\n\\t\\p{Zl}\\p{Zp}]|;[A-Za-z][A-Za-z0-9_.]*=|&[a-z]{2,6};|[?#]).*",
          Pattern.DOTALL);

  private final List<Set<ForeignCode>> steps = new ArrayList<>();
  private final Set<ForeignCode> known = new HashSet<>();

  private ForeignSpellings() {}

  /** The steps, the likeliest first; each has at least one code, and no code comes twice. */
  static List<Set<ForeignCode>> of(String text) {
    ForeignSpellings spellings = new ForeignSpellings();
    if (text.length() <= LONGEST) {
      spellings.literal(text);
      List<String> texts = new ArrayList<>(texts(text));
      texts.forEach(spellings::near);
      Collections.reverse(texts);
      texts.forEach(spellings::ordered);
    }
    return spellings.steps;
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

  private void literal(String text) {
    for (boolean ignoreCase : EITHER) {
      try {
        add(Set.of(ForeignCode.literal(text, ignoreCase)));
      } catch (ForeignCodeException notThen) {
        return;
      }
    }
  }

  private void near(String text) {
    for (boolean ignoreCase : EITHER) {
      Optional<ForeignCode> code = code(text, ignoreCase);
      if (code.isPresent() && code.get().isAddress()) {
        AddressSpellings.of(code.get().text()).forEach(near -> addAll(near, ignoreCase));
      } else {
        code.ifPresent(serial -> add(Set.of(serial)));
      }
    }
  }

  private void ordered(String text) {
    for (boolean ignoreCase : EITHER) {
      code(text, ignoreCase)
          .filter(ForeignCode::isAddress)
          .map(code -> AddressSpellings.inEveryOrder(code.text()))
          .ifPresent(orders -> addAll(orders, ignoreCase));
    }
  }

  private Optional<ForeignCode> code(String text, boolean ignoreCase) {
    try {
      return known.size() < MOST_CODES
          ? Optional.of(ForeignCode.parse(text, ignoreCase))
          : Optional.empty();
    } catch (ForeignCodeException none) {
      return Optional.empty();
    }
  }

  private void addAll(Set<String> addresses, boolean ignoreCase) {
    Set<ForeignCode> codes = new LinkedHashSet<>();
    addresses.forEach(address -> codes.add(new ForeignCode(address, ignoreCase)));
    add(codes);
  }

  private void add(Set<ForeignCode> codes) {
    Set<ForeignCode> fresh = new LinkedHashSet<>(codes);
    fresh.removeAll(known);
    if (!fresh.isEmpty()) {
      known.addAll(fresh);
      steps.add(fresh);
    }
  }
}
