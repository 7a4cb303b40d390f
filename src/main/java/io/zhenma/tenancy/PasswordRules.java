package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What a password must not be: short, common, a pattern, or little more than what everybody knows
 * of its owner. No mixture of signs is asked for (NIST SP 800-63B, 3.1.1.2).
 */
final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final int SHORTEST_PERSONAL = 4;
  private static final int LEFT_OVER = 8;
  private static final int UNFORESEEN_STEPS = 4;
  private static final List<String> ROWS =
      List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1234567890");

  private PasswordRules() {}

  /**
   * @param field the request's field, for the message
   * @param password normalised
   * @param personal what others know of its owner: e-mail, its first part, name, brand
   * @throws ProblemException naming the first rule that it breaks
   */
  static void require(String field, String password, Collection<String> personal) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw ProblemException.field(field, "length", SHORTEST, LONGEST);
    }
    String small = password.toLowerCase(Locale.ROOT);
    if (isPattern(small)) {
      throw ProblemException.field(field, "password-pattern");
    }
    if (CommonPasswords.contains(small)) {
      throw ProblemException.field(field, "password-common");
    }
    if (personal.stream().anyMatch(known -> isLittleMore(small, known))) {
      throw ProblemException.field(field, "password-personal");
    }
  }

  private static boolean isLittleMore(String password, String known) {
    String text = known.toLowerCase(Locale.ROOT).strip();
    return text.length() >= SHORTEST_PERSONAL
        && password.contains(text)
        && password.replace(text, "").length() < LEFT_OVER;
  }

  private static boolean isPattern(String password) {
    return isRepeated(password) || unforeseen(password) < UNFORESEEN_STEPS;
  }

  /** Such as passwordpassword: the text is found in its own double before its end. */
  private static boolean isRepeated(String password) {
    return (password + password).indexOf(password, 1) < password.length();
  }

  /** How many characters do not follow from the one before: not the same and no neighbour. */
  private static long unforeseen(String password) {
    int[] points = password.codePoints().toArray();
    long steps = 0;
    for (int i = 1; i < points.length; i++) {
      boolean near = Math.abs(points[i] - points[i - 1]) <= 1 || onRow(points[i - 1], points[i]);
      steps += near ? 0 : 1;
    }
    return steps;
  }

  private static boolean onRow(int one, int other) {
    return ROWS.stream()
        .anyMatch(
            row -> {
              int first = row.indexOf(one);
              int second = row.indexOf(other);
              return first >= 0 && second >= 0 && Math.abs(first - second) == 1;
            });
  }
}
