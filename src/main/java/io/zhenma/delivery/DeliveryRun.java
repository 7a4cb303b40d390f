package io.zhenma.delivery;

import io.zhenma.issuing.BatchView;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** A delivery that this replica makes: which files are missing, how far it is. Thread-safe. */
final class DeliveryRun {
  private static final double WEIGHT_OF_NOW = 0.3;
  private static final double LEAST_SECONDS = 0.1;

  private final Delivery delivery;
  private final BatchView batch;
  private final Map<Integer, String> madeBefore = new ConcurrentHashMap<>();
  private final Queue<DeliveryPart> missing = new ArrayDeque<>();
  private final LongAdder codesDone = new LongAdder();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private int unfinished;
  private long lastCodes;
  private long lastNanos = System.nanoTime();
  private double rate;

  /**
   * @param files made until now; those that left the spool are made again
   */
  DeliveryRun(Delivery delivery, BatchView batch, List<DeliveryFile> files) {
    this.delivery = delivery;
    this.batch = batch;
    files.forEach(file -> madeBefore.put(file.number(), file.plainSha256));
    List<Integer> there =
        files.stream().filter(file -> file.spoolName != null).map(DeliveryFile::number).toList();
    for (int number = 1; number <= delivery.parts(); number++) {
      DeliveryPart part = delivery.part(number);
      if (there.contains(number)) {
        codesDone.add(part.codes());
      } else {
        missing.add(part);
      }
    }
    this.unfinished = missing.size();
    this.lastCodes = codesDone.sum();
  }

  Delivery delivery() {
    return delivery;
  }

  BatchView batch() {
    return batch;
  }

  /** The next file to make; nothing when the last was begun, or the run was stopped. */
  synchronized Optional<DeliveryPart> next() {
    return stopped.get() ? Optional.empty() : Optional.ofNullable(missing.poll());
  }

  /** Whether a file has the content that it had when it was made before, if it ever was. */
  boolean isTheSame(DeliveryFile file) {
    return madeBefore.getOrDefault(file.number(), file.plainSha256).equals(file.plainSha256);
  }

  synchronized void finishedOne() {
    unfinished--;
  }

  synchronized boolean isComplete() {
    return unfinished == 0;
  }

  /** Notes progress inside a file. */
  void add(long codes) {
    codesDone.add(codes);
  }

  long codesDone() {
    return codesDone.sum();
  }

  /** Nothing more is begun, and what was begun ends at its next step. */
  void stop() {
    stopped.set(true);
  }

  boolean isStopped() {
    return stopped.get();
  }

  /** Codes a second lately, smoothed; to be asked at each beat. */
  synchronized long codesPerSecond() {
    long now = System.nanoTime();
    double seconds = (now - lastNanos) / (double) Duration.ofSeconds(1).toNanos();
    if (seconds > LEAST_SECONDS) {
      double lately = (codesDone() - lastCodes) / seconds;
      rate = rate == 0 ? lately : rate + WEIGHT_OF_NOW * (lately - rate);
      lastCodes = codesDone();
      lastNanos = now;
    }
    return Math.round(rate);
  }
}
