package io.zhenma.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes pictures of files that people send, whatever they are for: two at a time, on threads of its
 * own, each within a time limit. A few wait; one more is refused at once. A file is opened when its
 * turn has come, so that those who wait take no memory.
 */
public final class PictureMaker {
  private static final PictureMaker ONE =
      new PictureMaker(2, 12, Duration.ofSeconds(5), Duration.ofSeconds(10));

  private final Places places;
  private final Duration patience;
  private final Duration longest;
  private final ThreadPoolExecutor threads;

  PictureMaker(int atOnce, int waiting, Duration patience, Duration longest) {
    this.places = new Places(waiting);
    this.patience = patience;
    this.longest = longest;
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(waiting),
            PictureMaker::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "picture");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Makes a picture for a use and waits for it. Hold no database connection meanwhile.
   *
   * @throws PictureException when the file is too large, of another kind or broken, or when too
   *     many wait already
   */
  public static Picture make(PictureFile file, PictureUse use, PictureSender sender)
      throws PictureException {
    return ONE.made(file, use, sender);
  }

  Picture made(PictureFile file, PictureUse use, PictureSender sender) throws PictureException {
    try (Places.Place place = place(sender)) {
      TimeLimit turn = TimeLimit.in(patience);
      return result(threads.submit(() -> work(file, use, turn)));
    }
  }

  Places.Place place(PictureSender sender) throws PictureException {
    return places.take(sender);
  }

  private Picture work(PictureFile file, PictureUse use, TimeLimit turn)
      throws PictureException, IOException {
    if (turn.isOver()) {
      throw new PictureException(PictureFault.BUSY);
    }
    return new PictureWork(use, TimeLimit.in(longest)).of(bytes(file, use));
  }

  private static byte[] bytes(PictureFile file, PictureUse use)
      throws PictureException, IOException {
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(use.largestBytes() + 1);
      if (bytes.length > use.largestBytes()) {
        throw new PictureException(PictureFault.BYTES);
      }
      return bytes;
    }
  }

  private static Picture result(Future<Picture> made) throws PictureException {
    try {
      return made.get();
    } catch (InterruptedException stopped) {
      made.cancel(false);
      Thread.currentThread().interrupt();
      throw new PictureException(PictureFault.BUSY);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof PictureException refused) {
        throw new PictureException(refused.fault());
      }
      if (failed.getCause() instanceof IOException lost) {
        throw new UncheckedIOException(lost);
      }
      throw new IllegalStateException("a picture could not be made", failed.getCause());
    }
  }
}
