package io.zhenma.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures that two requests at once bring about, and that are nobody's fault. */
final class Collision {
  private static final int DUPLICATE_KEY = 1062;
  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;

  private Collision() {}

  /** What to answer when the failure, or what caused it, is such a collision. */
  static Optional<ProblemType> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof OptimisticLockException) {
        return Optional.of(ProblemType.CONFLICT);
      }
      if (cause instanceof SQLException sql) {
        return of(sql);
      }
    }
    return Optional.empty();
  }

  private static Optional<ProblemType> of(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case DUPLICATE_KEY -> Optional.of(ProblemType.CONFLICT);
      case DEADLOCK, LOCK_WAIT_TIMEOUT -> Optional.of(ProblemType.OVERLOADED);
      default -> Optional.empty();
    };
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure.getCause() == failure ? null : failure.getCause();
  }
}
