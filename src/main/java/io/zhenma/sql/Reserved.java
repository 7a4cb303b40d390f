package io.zhenma.sql;

import java.util.function.Supplier;

/**
 * Marks work that a consumer's answer waits for: it may take the connections that are kept for it.
 * See ADR 25.
 */
public final class Reserved {
  private static final ThreadLocal<Boolean> MARKED = ThreadLocal.withInitial(() -> false);

  private Reserved() {}

  /** Runs short work on this thread, marked. */
  public static <T> T call(Supplier<T> work) {
    boolean before = MARKED.get();
    MARKED.set(true);
    try {
      return work.get();
    } finally {
      MARKED.set(before);
    }
  }

  static boolean isMarked() {
    return MARKED.get();
  }
}
