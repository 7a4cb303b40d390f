package io.zhenma.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text into segments so that the symbol is as small as it can be. A link in upper case is
 * one alphanumeric segment; a {@code ?} or lower-case letter in it starts a stretch of bytes, if
 * going there and back is cheaper than staying.
 *
 * <p>The search keeps, for each character and mode, the least number of bits that a text so far can
 * take and end in that mode: the shortest path through three states. Bits are counted in sixths,
 * because three digits take 10 and two letters 11.
 *
 * @param version smallest that holds the text
 * @param segments in order; together the whole text
 */
record QrSegmentation(int version, QrVersion.Range range, List<QrSegment> segments) {
  private static final int UNREACHABLE = Integer.MAX_VALUE / 2;

  /**
   * Finds the smallest version and the segments for it.
   *
   * @throws LabelException when a character isn't ASCII, or no version holds the text
   */
  static QrSegmentation of(String text, ErrorCorrection level) {
    requireAscii(text);
    QrMode whole = modeOfWhole(text);
    for (QrVersion.Range range : RANGES) {
      QrSegmentation plain = fitting(List.of(new QrSegment(whole, 0, text.length())), level, range);
      // One segment can only be beaten where another mode is cheaper for a part of it.
      QrSegmentation mixed =
          whole == QrMode.NUMERIC ? plain : fitting(shortest(text, range), level, range);
      if (mixed.version > 0) {
        return mixed.version == plain.version ? plain : mixed;
      }
    }
    throw LabelException.of("link", "label-link-long", text.length(), level);
  }

  private static final QrVersion.Range[] RANGES = QrVersion.Range.values();

  private static void requireAscii(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> QrMode.BYTE.holds((char) c))) {
      throw LabelException.of("link", "label-link-characters");
    }
  }

  private static QrMode modeOfWhole(String text) {
    QrMode mode = QrMode.NUMERIC;
    for (int i = 0; i < text.length(); i++) {
      while (!mode.holds(text.charAt(i))) {
        mode = QrMode.ALL[mode.ordinal() + 1];
      }
    }
    return mode;
  }

  /** With version 0 when none of the range holds it. */
  private static QrSegmentation fitting(
      List<QrSegment> segments, ErrorCorrection level, QrVersion.Range range) {
    int bits = 0;
    for (QrSegment segment : segments) {
      bits += segment.bits(range);
    }
    return new QrSegmentation(QrVersion.smallest(bits, level, range), range, segments);
  }

  private static List<QrSegment> shortest(String text, QrVersion.Range range) {
    int modes = QrMode.ALL.length;
    int[] heads = new int[modes];
    for (QrMode mode : QrMode.ALL) {
      heads[mode.ordinal()] = 6 * (4 + mode.countBits(range));
    }
    byte[] cameFrom = new byte[text.length() * modes];
    int[] costs = new int[modes];
    int[] next = new int[modes];
    Arrays.fill(costs, UNREACHABLE);
    int cheapest = 0;
    for (int i = 0; i < text.length(); i++) {
      int rounded = i == 0 ? 0 : (costs[cheapest] + 5) / 6 * 6;
      for (QrMode mode : QrMode.ALL) {
        int m = mode.ordinal();
        int stay = costs[m];
        int change = rounded + heads[m];
        boolean stays = stay <= change;
        cameFrom[i * modes + m] = (byte) (stays ? m : cheapest);
        next[m] =
            mode.holds(text.charAt(i))
                ? (stays ? stay : change) + mode.sixthsACharacter()
                : UNREACHABLE;
      }
      System.arraycopy(next, 0, costs, 0, modes);
      cheapest = cheapest(costs);
    }
    return walkBack(cameFrom, cheapest, text.length());
  }

  /** The mode that takes fewest whole bits; of several, the first. */
  private static int cheapest(int[] costs) {
    int best = 0;
    for (int m = 1; m < costs.length; m++) {
      if ((costs[m] + 5) / 6 < (costs[best] + 5) / 6) {
        best = m;
      }
    }
    return best;
  }

  private static List<QrSegment> walkBack(byte[] cameFrom, int last, int length) {
    List<QrSegment> segments = new ArrayList<>();
    int mode = last;
    int end = length;
    for (int i = length - 1; i >= 0; i--) {
      int before = i == 0 ? -1 : cameFrom[i * QrMode.ALL.length + mode];
      if (before != mode) {
        segments.add(0, new QrSegment(QrMode.ALL[mode], i, end));
        end = i;
        mode = before;
      }
    }
    return segments;
  }
}
