package io.zhenma.app;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What phones of a drill sent and what they were told. */
final class Ledger {
  private final Map<UUID, Integer> sent = new ConcurrentHashMap<>();
  private final Map<UUID, Scan> acknowledged = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final LongAdder answers = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private volatile boolean closed;

  /** What a scan was of and what it was told. */
  record Scan(int item, String outcome) {}

  void sent(UUID id, int item) {
    sent.put(id, item);
  }

  void acknowledged(UUID id, Scan scan, long took) {
    acknowledged.put(id, scan);
    nanos.add(took);
    answers.increment();
  }

  void refused(boolean asAgreed, String answer) {
    if (asAgreed) {
      refusals.increment();
    } else {
      wrong.add(answer);
    }
  }

  void lost() {
    lost.increment();
  }

  /** Nobody needs to go on. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  long answers() {
    return answers.sum();
  }

  /** Answers 503. */
  long refusals() {
    return refusals.sum();
  }

  /** Requests whose connection broke before an answer came. */
  long lostAnswers() {
    return lost.sum();
  }

  /** Answers that are neither a verdict nor 503. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  Map<UUID, Integer> sent() {
    return sent;
  }

  Map<UUID, Scan> acknowledged() {
    return acknowledged;
  }

  /** How long the answers took that came, in ms, at this share of them. */
  double millis(double share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
  }
}
