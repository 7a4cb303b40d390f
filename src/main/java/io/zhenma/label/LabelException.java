package io.zhenma.label;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A label or a template that can't be printed so that it scans. Says which part of it is wrong and
 * names the rule and its limits, so that an edge can put it into the reader's language.
 */
public final class LabelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String rule;
  private final transient List<Object> limits;

  private LabelException(String field, String rule, List<Object> limits) {
    super(field + ": " + rule + " " + limits);
    this.field = field;
    this.rule = rule;
    this.limits = limits;
  }

  static LabelException of(String field, String rule, Object... limits) {
    return new LabelException(
        field, rule, Arrays.stream(limits).map(LabelException::text).toList());
  }

  /** Lengths as people read them: at most two decimals, no more than are needed. */
  private static Object text(Object limit) {
    return limit instanceof Double length
        ? String.format(Locale.ROOT, "%.2f", length).replaceAll("[.]?0+$", "")
        : limit.toString();
  }

  /** The component of the template or label that is wrong. */
  public String field() {
    return field;
  }

  /** Which rule it breaks: a stable name, such as {@code label-across}. */
  public String rule() {
    return rule;
  }

  /** What the rule's sentence names, as texts, in its order. */
  public List<Object> limits() {
    return limits;
  }
}
