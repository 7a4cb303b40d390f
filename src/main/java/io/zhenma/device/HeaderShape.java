package io.zhenma.device;

/**
 * How far a header looks like one that a browser sends. The grammar that reads headers takes
 * seconds for some texts of a few hundred characters, and overflows the stack for others: of each
 * sign that makes it work, there are limits above what real headers have (docs/adr/0026).
 */
final class HeaderShape {
  private static final int MOST_WORDS = 45;
  private static final int DEEPEST = 3;
  private static final int MOST_BRACKETS = 12;
  private static final int MOST_AT_SIGNS = 2;
  private static final int MOST_SLASHES = 24;
  private static final int MOST_SLASHES_OF_WORD = 6;
  private static final int LONGEST_WORD = 130;
  private static final int MOST_SEPARATORS = 30;
  private static final int MOST_SIGNS = 12;
  private static final int MOST_MARKS = 6;

  private int words = 1;
  private int depth;
  private int brackets;
  private int atSigns;
  private int slashes;
  private int slashesOfWord;
  private int lengthOfWord;
  private int separators;
  private int signs;
  private int marks;

  private HeaderShape() {}

  /**
   * The header up to where it stops looking like a browser's: all of what browsers send, the
   * browser's part of what some apps append data to, and of other texts the beginning.
   *
   * @param header blanks in it are single
   */
  static String plausiblePart(String header) {
    HeaderShape shape = new HeaderShape();
    int end = 0;
    while (end < header.length() && shape.takes(header.charAt(end))) {
      end++;
    }
    return header.substring(0, end);
  }

  private boolean takes(char sign) {
    lengthOfWord++;
    switch (sign) {
      case ' ' -> {
        words++;
        lengthOfWord = 0;
        slashesOfWord = 0;
      }
      case '(', '[', '{', '<' -> {
        depth++;
        brackets++;
      }
      case ')', ']', '}', '>' -> depth = Math.max(0, depth - 1);
      case '/' -> {
        slashes++;
        slashesOfWord++;
      }
      case ';', ',' -> {
        separators++;
        slashesOfWord = 0;
        lengthOfWord = 0;
      }
      case '@' -> atSigns++;
      case '=', ':', '&', '%', '+', '#', '|', '*' -> signs++;
      case '"', '\'', '`', '\\', '?', '!', '$', '^', '~' -> marks++;
      default -> {}
    }
    return isWithinLimits();
  }

  private boolean isWithinLimits() {
    return words <= MOST_WORDS
        && depth <= DEEPEST
        && brackets <= MOST_BRACKETS
        && atSigns <= MOST_AT_SIGNS
        && slashes <= MOST_SLASHES
        && slashesOfWord <= MOST_SLASHES_OF_WORD
        && lengthOfWord <= LONGEST_WORD
        && separators <= MOST_SEPARATORS
        && signs <= MOST_SIGNS
        && marks <= MOST_MARKS;
  }
}
