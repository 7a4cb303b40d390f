package io.zhenma.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refusal on its way to the edge, where it becomes problem+json in the reader's language. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient List<FieldError> errors;
  private final transient Optional<Duration> retryAfter;

  private ProblemException(
      ProblemType type, List<FieldError> errors, Optional<Duration> retryAfter) {
    super(type.slug());
    this.type = type;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  public static ProblemException of(ProblemType type) {
    return new ProblemException(type, List.of(), Optional.empty());
  }

  /** Several things are wrong, the weightiest or first one first. */
  public static ProblemException of(ProblemType type, List<FieldError> errors) {
    return new ProblemException(type, List.copyOf(errors), Optional.empty());
  }

  /** The request's field {@code field} is wrong; the message stands under {@code field.KEY}. */
  public static ProblemException field(String field, String key, Object... arguments) {
    return new ProblemException(
        ProblemType.VALIDATION, List.of(FieldError.of(field, key, arguments)), Optional.empty());
  }

  /** The state of things does not allow it, for the reason that stands under {@code field.KEY}. */
  public static ProblemException conflict(
      ProblemType type, String field, String key, Object... arguments) {
    return new ProblemException(
        type, List.of(FieldError.of(field, key, arguments)), Optional.empty());
  }

  /** Not now, but after some time. */
  public static ProblemException later(ProblemType type, Duration retryAfter) {
    return new ProblemException(type, List.of(), Optional.of(retryAfter));
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
