package io.zhenma.label;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Prepares groups of labels with several threads and hands them on in their order, so that the
 * result doesn't depend on the number of threads. Few groups are under way at any time, which
 * bounds the memory.
 */
final class InOrder {
  private static final int GROUPS_A_THREAD = 2;

  private InOrder() {}

  /** Takes what was prepared, on the thread that called. */
  interface Taker<R> {
    void take(R prepared) throws IOException;
  }

  /**
   * Works through all items.
   *
   * @param items asked on the calling thread only
   * @param group how many are prepared at once
   * @param threads 1 prepares on the calling thread
   * @throws IOException from the taker; {@link InterruptedIOException} when the thread is
   *     interrupted
   */
  static <T, R> void run(
      Iterator<T> items, int group, int threads, Function<List<T>, R> prepare, Taker<R> taker)
      throws IOException {
    if (threads == 1) {
      while (items.hasNext()) {
        taker.take(prepare.apply(next(items, group)));
      }
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads, InOrder::daemon);
    try {
      Deque<Future<R>> underWay = new ArrayDeque<>();
      while (items.hasNext() || !underWay.isEmpty()) {
        while (items.hasNext() && underWay.size() < GROUPS_A_THREAD * threads) {
          List<T> labels = next(items, group);
          underWay.add(workers.submit(() -> prepare.apply(labels)));
        }
        taker.take(prepared(underWay.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "labels");
    thread.setDaemon(true);
    return thread;
  }

  private static <T> List<T> next(Iterator<T> items, int group) {
    List<T> taken = new ArrayList<>(group);
    while (taken.size() < group && items.hasNext()) {
      taken.add(items.next());
    }
    return taken;
  }

  private static <R> R prepared(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while labels were made");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
