package io.zhenma.picture;

import java.util.HashMap;
import java.util.Map;

/** Room for few at once. Who finds none is told so and does not wait. Safe for several threads. */
public final class Places {
  private final int most;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  public Places(int most) {
    this.most = most;
  }

  /**
   * Takes a place.
   *
   * @throws PictureException {@link PictureFault#BUSY} when all are taken, or the sender's share is
   */
  public synchronized Place take(PictureSender sender) throws PictureException {
    int own = taken.getOrDefault(sender.name(), 0);
    if (all >= most || own >= sender.mostAtOnce()) {
      throw new PictureException(PictureFault.BUSY);
    }
    taken.put(sender.name(), own + 1);
    all++;
    return () -> leave(sender);
  }

  private synchronized void leave(PictureSender sender) {
    all--;
    taken.computeIfPresent(sender.name(), (name, own) -> own == 1 ? null : own - 1);
  }

  /** A place that was taken; closing it, once, makes room. */
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
