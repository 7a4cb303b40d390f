package io.zhenma.label;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is written on a label and how large.
 *
 * @param texts what is written
 * @param sizePt size of the letters in points, 4 to 24
 * @param outerWord how the code on the box is called
 * @param innerWord how the code under cap or foil is called
 */
public record TextStyle(Set<LabelText> texts, double sizePt, String outerWord, String innerWord) {
  public static final double SMALLEST_PT = 4;
  public static final double LARGEST_PT = 24;
  private static final int LONGEST_WORD = 20;

  public TextStyle {
    EnumSet<LabelText> all = EnumSet.noneOf(LabelText.class);
    all.addAll(texts);
    texts = Collections.unmodifiableSet(all);
    if (!(sizePt >= SMALLEST_PT && sizePt <= LARGEST_PT)) {
      throw LabelException.of("textPt", "label-pt", SMALLEST_PT, LARGEST_PT);
    }
    requireWord("outerWord", outerWord);
    requireWord("innerWord", innerWord);
  }

  private static void requireWord(String field, String word) {
    if (word.isBlank() || word.length() > LONGEST_WORD) {
      throw LabelException.of(field, "length", 1, LONGEST_WORD);
    }
  }

  double lineMm() {
    return 1.2 * sizePt * Dots.MM_PER_POINT;
  }
}
