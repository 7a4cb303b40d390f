package io.zhenma.device;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A thread that parses one header after the other, with a parser of its own. */
final class ParserThread {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The usual size on common platforms, so that what overflows it is the same everywhere. */
  private static final long STACK_BYTES = 1 << 20;

  private final Function<UserAgent, DeviceTraits> parser;
  private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
  private volatile long threadId;
  private volatile long began;
  private volatile boolean working;

  ParserThread(Function<UserAgent, DeviceTraits> parser) {
    this.parser = parser;
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "user-agents", STACK_BYTES);
    thread.setDaemon(true);
    // Scans are answered first
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** A header that is being parsed. */
  final class Work {
    private final Future<DeviceTraits> result;

    private Work(Future<DeviceTraits> result) {
      this.result = result;
    }

    Future<DeviceTraits> result() {
      return result;
    }

    /** What the processor spent on it; zero where the platform cannot tell. */
    Duration processorTime() {
      long now = working ? processorTimeOf(threadId) : 0;
      return now > 0 ? Duration.ofNanos(now - began) : Duration.ZERO;
    }
  }

  Work begin(UserAgent agent) {
    working = false;
    return new Work(executor.submit(() -> parse(agent)));
  }

  private DeviceTraits parse(UserAgent agent) {
    threadId = Thread.currentThread().getId();
    began = processorTimeOf(threadId);
    working = true;
    try {
      return parser.apply(agent);
    } finally {
      working = false;
    }
  }

  private static long processorTimeOf(long threadId) {
    return THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(threadId) : 0;
  }

  boolean isFree() {
    return !working;
  }

  void end() {
    executor.shutdown();
  }
}
