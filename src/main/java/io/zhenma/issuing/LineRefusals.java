package io.zhenma.issuing;

import io.zhenma.problem.FieldError;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** The lines of a list that are refused: the first hundred with their reasons, and how many. */
public final class LineRefusals {
  private static final int TOLD = 100;

  private final List<FieldError> first = new ArrayList<>();
  private int total;

  /**
   * @param line counted from 1
   * @param key of the message under {@code field.}
   */
  public void add(int line, String key, Object... arguments) {
    add("line " + line, key, arguments);
  }

  /**
   * @param where such as {@code codes[3]}
   */
  public void add(String where, String key, Object... arguments) {
    total++;
    if (first.size() < TOLD) {
      first.add(FieldError.of(where, key, arguments));
    }
  }

  public boolean isEmpty() {
    return total == 0;
  }

  /** The refusal of the whole list: its first error tells how many lines are refused. */
  public ProblemException problem(ProblemType type) {
    List<FieldError> errors = new ArrayList<>();
    errors.add(FieldError.of("lines", "lines-refused", total));
    errors.addAll(first);
    return ProblemException.of(type, errors);
  }
}
