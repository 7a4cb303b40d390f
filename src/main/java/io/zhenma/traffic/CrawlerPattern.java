package io.zhenma.traffic;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one program calls itself in the User-Agent header.
 *
 * @param program what it is
 * @param literal text that every matching header holds; empty when the expression has none
 * @param expression to be found in a header with that text; empty when the text alone proves it
 * @param mereName whether it is not to be looked for where a phone's maker names the model
 */
record CrawlerPattern(
    Program program, String literal, Optional<Pattern> expression, boolean mereName) {
  /** Shorter texts are in everybody's header. */
  private static final int SHORTEST = 3;

  /** What stands in no name of a phone. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "crawl|spider|preview|scann|fetch|monitor|headless|https?|curl|wget|[a-z]bot|Bot\\b"
              + "|[\\w)][/.]|\\\\/",
          Pattern.CASE_INSENSITIVE);

  /** Kinds of programs, the one that says most first: a header may match several. */
  enum Program {
    PREVIEW(VisitorKind.PREVIEW),
    SECURITY_SCANNER(VisitorKind.SECURITY_SCANNER),
    SEARCH_ENGINE(VisitorKind.SEARCH_ENGINE),
    AUTOMATION(VisitorKind.AUTOMATION),
    /** The HTTP client of some program: of a crawler, or of the app that a person uses. */
    LIBRARY(VisitorKind.AUTOMATION);

    private final VisitorKind kind;

    Program(VisitorKind kind) {
      this.kind = kind;
    }

    VisitorKind kind() {
      return kind;
    }
  }

  /**
   * @throws java.util.regex.PatternSyntaxException when the text is no expression
   */
  static CrawlerPattern of(Program program, String expression) {
    Pattern pattern = Pattern.compile(expression);
    StringBuilder run = new StringBuilder();
    String longest = "";
    boolean plain = true;
    boolean alternatives = false;
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      char sign = expression.charAt(i);
      boolean escaped =
          sign == '\\'
              && i + 1 < expression.length()
              && !Character.isLetterOrDigit(expression.charAt(i + 1));
      boolean literal =
          escaped || (Character.isLetterOrDigit(sign) || " -_/;:,!@#&=%~'\"<>".indexOf(sign) >= 0);
      char next =
          i + (escaped ? 2 : 1) < expression.length()
              ? expression.charAt(i + (escaped ? 2 : 1))
              : ' ';
      boolean optional = "?*{+".indexOf(next) >= 0;
      alternatives |= sign == '|' && depth == 0;
      depth += sign == '(' || sign == '[' ? 1 : sign == ')' || sign == ']' ? -1 : 0;
      if (literal && depth == 0 && !optional) {
        run.append(escaped ? expression.charAt(i + 1) : sign);
      } else {
        plain = false;
        run.setLength(0);
      }
      i += escaped || sign == '\\' ? 1 : 0;
      longest = run.length() > longest.length() ? run.toString() : longest;
    }
    boolean usable = longest.length() >= SHORTEST && !alternatives;
    return new CrawlerPattern(
        program,
        usable ? longest : "",
        plain && usable ? Optional.empty() : Optional.of(pattern),
        isMereName(expression));
  }

  /** Whether it is a name that says nothing of programs, such as a phone could bear as well. */
  static boolean isMereName(String expression) {
    return !PROGRAM.matcher(expression).find();
  }

  /**
   * @param header without the part that names the phone
   */
  boolean matchesOutsideModel(String header) {
    return expression.isEmpty() ? header.contains(literal) : matches(header);
  }

  boolean matches(String header) {
    return expression.isEmpty() || expression.get().matcher(header).find();
  }
}
