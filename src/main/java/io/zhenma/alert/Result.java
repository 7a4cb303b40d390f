package io.zhenma.alert;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param failure null when it was delivered
 * @param status of the answer (HTTP), or null without one
 * @param answer its beginning, printable
 * @param retryAfter what the other side asked for
 */
record Result(
    @Nullable Failure failure,
    @Nullable Integer status,
    String answer,
    Duration took,
    Optional<Duration> retryAfter) {
  private static final int LONGEST_ANSWER = 500;

  Result {
    answer = printable(answer);
  }

  static Result delivered(@Nullable Integer status, String answer, Duration took) {
    return new Result(null, status, answer, took, Optional.empty());
  }

  static Result failed(Failure failure, Duration took) {
    return new Result(failure, null, "", took, Optional.empty());
  }

  boolean isDelivered() {
    return failure == null;
  }

  /** Control characters and halves of characters could spoil a page or a log. */
  private static String printable(String answer) {
    StringBuilder text = new StringBuilder();
    answer
        .codePoints()
        .limit(LONGEST_ANSWER)
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .forEach(text::appendCodePoint);
    String whole = text.toString().strip();
    return whole.length() <= LONGEST_ANSWER
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_ANSWER / 2));
  }
}
