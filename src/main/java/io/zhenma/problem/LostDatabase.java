package io.zhenma.problem;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Failures that pass by themselves once the database answers again. */
public final class LostDatabase {
  /** SQLSTATE class of connections (ISO/IEC 9075-2, table of SQLSTATE classes). */
  private static final String CONNECTION = "08";

  private LostDatabase() {}

  /**
   * Whether the failure, or what caused it, is a connection that was lost, refused or not free in
   * time. What was under way may have been committed or not.
   */
  public static boolean in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof SQLException sql && isLost(sql)) {
        return true;
      }
    }
    return false;
  }

  /** The pool tells of a connection that was not free in time by a timeout as the cause. */
  private static boolean isLost(SQLException failure) {
    String state = failure.getSQLState();
    return (state != null && state.startsWith(CONNECTION))
        || failure.getCause() instanceof TimeoutException;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure.getCause() == failure ? null : failure.getCause();
  }
}
