package io.zhenma.lake;

import java.sql.SQLException;

/** Somebody else does the task by now: give up and touch nothing. */
final class LeaseLostException extends SQLException {
  private static final long serialVersionUID = 1;

  LeaseLostException(String task) {
    super("the task " + task + " is another replica's by now");
  }
}
