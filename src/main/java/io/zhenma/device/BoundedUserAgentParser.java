package io.zhenma.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers on a thread of its own, each within a budget. A thread that exceeds it cannot be
 * stopped, so it is left to itself and another one takes its place, with a parser of its own. Never
 * more than {@value #MOST_LATE} are left so: until one of them ends, nothing is read. One reader at
 * a time.
 */
public final class BoundedUserAgentParser implements AutoCloseable {
  private static final int MOST_LATE = 2;
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Supplier<Function<UserAgent, DeviceTraits>> parsers;
  private final Duration processorTime;
  private final Duration waiting;
  private final List<ParserThread> late = new ArrayList<>();
  private @Nullable ParserThread thread;

  /**
   * @param processorTime that one header may take; a busy machine so makes nothing late
   * @param waiting at most for one header, whatever the processor does
   */
  public BoundedUserAgentParser(Duration processorTime, Duration waiting) {
    this(
        () -> {
          UserAgentParser parser = new UserAgentParser(1);
          parser.warmUp();
          return parser::parse;
        },
        processorTime,
        waiting);
  }

  BoundedUserAgentParser(
      Supplier<Function<UserAgent, DeviceTraits>> parsers,
      Duration processorTime,
      Duration waiting) {
    this.parsers = parsers;
    this.processorTime = processorTime;
    this.waiting = waiting;
  }

  /**
   * Reads a header; fails for none.
   *
   * @return empty while too many threads are late: later, then
   */
  public synchronized Optional<Reading> read(UserAgent agent) throws InterruptedException {
    ParserThread current = ready();
    return current == null ? Optional.empty() : Optional.of(read(current, agent));
  }

  /** Threads that are late and still at work. */
  public synchronized int late() {
    late.removeIf(
        one -> {
          boolean ended = one.isFree();
          if (ended) {
            one.end();
          }
          return ended;
        });
    return late.size();
  }

  private @Nullable ParserThread ready() {
    if (late() >= MOST_LATE) {
      return null;
    }
    ParserThread current = thread;
    if (current == null) {
      current = new ParserThread(parsers.get());
      thread = current;
    }
    return current;
  }

  private Reading read(ParserThread current, UserAgent agent) throws InterruptedException {
    ParserThread.Work work = current.begin(agent);
    long end = System.nanoTime() + waiting.toNanos();
    while (true) {
      try {
        return Reading.of(agent, work.result().get(LOOK.toNanos(), TimeUnit.NANOSECONDS));
      } catch (ExecutionException failed) {
        Throwable cause = failed.getCause();
        return Reading.failed(agent, cause == null ? failed : cause);
      } catch (TimeoutException notYet) {
        if (work.processorTime().compareTo(processorTime) > 0 || System.nanoTime() > end) {
          late.add(current);
          thread = null;
          return Reading.late(agent);
        }
      }
    }
  }

  /** Lets the thread end; what is late ends with the process. */
  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.end();
    }
    late.forEach(ParserThread::end);
  }
}
