package io.zhenma.app;

import java.time.Instant;
import java.util.Optional;

/**
 * A process of this machine, told apart from a later one with the same number by its start time.
 *
 * @param pid the operating system's process number
 * @param startedAt start time in ms since 1970, or 0 where the system does not tell
 */
record RunningProcess(long pid, long startedAt) {

  /** Linux derives start times from a boot time that the clock's corrections may shift. */
  private static final long CLOCK_SLACK_MS = 5_000;

  static RunningProcess of(ProcessHandle process) {
    return new RunningProcess(process.pid(), startTime(process));
  }

  static RunningProcess current() {
    return of(ProcessHandle.current());
  }

  /** Reads what {@link #toString()} wrote. */
  static RunningProcess parse(String text) {
    int at = text.indexOf('@');
    return new RunningProcess(
        Long.parseLong(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
  }

  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> Math.abs(startTime(process) - startedAt) <= CLOCK_SLACK_MS);
  }

  boolean isAlive() {
    return handle().isPresent();
  }

  private static long startTime(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  @Override
  public String toString() {
    return pid + "@" + startedAt;
  }
}
