package io.zhenma.scan;

import io.zhenma.problem.LostDatabase;
import java.sql.SQLException;
import java.util.Set;

/** Tells failures that pass by themselves from those that an event brings with it. */
final class Passing {
  /**
   * Of MySQL and MariaDB: disk full, table full, lock wait, interrupted, read only in two ways, and
   * a table or column that a migration is about to make.
   */
  private static final Set<Integer> CODES =
      Set.of(1021, 1114, 1205, 1206, 1290, 1317, 1836, 1146, 1054);

  private Passing() {}

  static boolean is(Throwable failure) {
    if (LostDatabase.in(failure)
        || (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError))) {
      return true;
    }
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof SQLException sql && passes(sql)) {
        return true;
      }
      cause = cause.getCause() == cause ? null : cause.getCause();
    }
    return false;
  }

  /** Class 40 of SQLSTATE is a transaction that was rolled back, such as in a deadlock. */
  private static boolean passes(SQLException failure) {
    String state = failure.getSQLState();
    return CODES.contains(failure.getErrorCode()) || (state != null && state.startsWith("40"));
  }
}
