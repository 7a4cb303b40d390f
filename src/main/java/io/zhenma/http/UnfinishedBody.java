package io.zhenma.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;

/**
 * A body from its first byte to the answer.
 *
 * @param request whose it is
 * @param context the thread of its connection
 * @param block the block of addresses that it comes from
 * @param cost what it holds
 * @param mayBeDropped whether it gives way to others
 * @param begun when its head had come, in nanoseconds of {@link System#nanoTime()}
 */
record UnfinishedBody(
    HttpServerRequest request,
    Context context,
    String block,
    Map<Share, Long> cost,
    boolean mayBeDropped,
    long begun) {

  /** What bodies hold of what there is for all of them. */
  enum Share {
    /** One of the requests under way. */
    REQUEST(true),
    /** One of the uploads that workers read. */
    STREAM(true),
    /** Bytes of memory. */
    MEMORY(false),
    /** Bytes of disk. */
    DISK(false);

    private final boolean untilRead;

    Share(boolean untilRead) {
      this.untilRead = untilRead;
    }

    /** Whether it is given back with the last byte, and not only with the answer. */
    boolean isUntilRead() {
      return untilRead;
    }
  }

  long of(Share share) {
    return cost.getOrDefault(share, 0L);
  }

  /** Whether the share is there for others once this body is dropped. */
  boolean givesWay(Share share) {
    return mayBeDropped && of(share) > 0;
  }

  /** Two bodies are the same only if they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /**
   * Whether a worker that reads it has all of it. A request that is paused never says that it has
   * ended, so the announced length counts; what is collected says so itself.
   */
  boolean isWhole() {
    String length = request.getHeader("Content-Length");
    return !mayBeDropped
        && (request.isEnded()
            || (length != null && length.equals(Long.toString(request.bytesRead()))));
  }

  /** Whether it comes so slowly that it is not waited for. */
  boolean isTooSlow(long now, Pace pace) {
    return now - begun > pace.allowed(request.bytesRead()).toNanos();
  }

  /**
   * How fast bodies must come.
   *
   * @param within for all of them
   * @param perSecond each so many bytes give a second more
   * @param longest whatever has come
   */
  record Pace(Duration within, long perSecond, Duration longest) {
    Pace {
      if (perSecond < 1 || within.isNegative() || longest.compareTo(within) < 0) {
        throw new IllegalArgumentException("a body's pace of " + perSecond + " bytes a second");
      }
    }

    Duration allowed(long bytes) {
      Duration allowed = within.plusMillis(bytes * 1000 / perSecond);
      return allowed.compareTo(longest) > 0 ? longest : allowed;
    }
  }
}
