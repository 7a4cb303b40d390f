package io.zhenma.issuing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Writes the codes of a range as text: blocks of them are made by several threads, a few ahead of
 * the one that writes, and written in order. Memory is bounded by the blocks under way, and the
 * bytes do not depend on the number of threads.
 */
final class CodeText {
  private static final int ITEMS_A_BLOCK = 4_096;
  private static final int BLOCKS_AHEAD = 2;

  private final CodeLineFormat format;
  private final Supplier<CodeLines> lines;
  private final ConcurrentLinkedQueue<CodeLines> idle = new ConcurrentLinkedQueue<>();
  private final CodeRange range;

  CodeText(CodeLineFormat format, Supplier<CodeLines> lines, CodeRange range) {
    this.format = format;
    this.lines = lines;
    this.range = range;
  }

  /**
   * @param progress told the number of items written after each block; what it throws ends the
   *     writing
   */
  void write(int threads, OutputStream out, LongConsumer progress) throws IOException {
    out.write(format.header().getBytes(StandardCharsets.US_ASCII));
    if (threads == 1 || range.count() <= ITEMS_A_BLOCK) {
      for (int done = 0; done < range.count(); done += ITEMS_A_BLOCK) {
        out.write(block(done));
        progress.accept(Math.min(done + ITEMS_A_BLOCK, range.count()));
      }
    } else {
      writeAtOnce(threads, out, progress);
    }
  }

  private void writeAtOnce(int threads, OutputStream out, LongConsumer progress)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Queue<Future<byte[]>> ahead = new ArrayDeque<>();
      int started = 0;
      for (int done = 0; done < range.count(); done += ITEMS_A_BLOCK) {
        while (started < range.count() && ahead.size() < threads * BLOCKS_AHEAD) {
          int next = started;
          ahead.add(pool.submit(() -> block(next)));
          started += ITEMS_A_BLOCK;
        }
        out.write(finished(ahead.remove()));
        progress.accept(Math.min(done + ITEMS_A_BLOCK, range.count()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private byte[] block(int done) {
    CodeLines mine = idle.poll();
    if (mine == null) {
      mine = lines.get();
    }
    byte[] text = mine.of(range.first() + done, Math.min(ITEMS_A_BLOCK, range.count() - done));
    idle.add(mine);
    return text;
  }

  private static byte[] finished(Future<byte[]> block) throws IOException {
    try {
      return block.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("stopped while codes were being computed");
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failure.getCause());
    }
  }
}
