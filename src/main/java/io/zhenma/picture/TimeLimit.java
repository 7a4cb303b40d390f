package io.zhenma.picture;

import java.time.Duration;

/**
 * When reading a picture must have ended.
 *
 * @param nanos as {@link System#nanoTime} counts
 */
record TimeLimit(long nanos) {
  static TimeLimit in(Duration time) {
    return new TimeLimit(System.nanoTime() + time.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - nanos > 0;
  }

  void check() throws PictureException {
    if (isOver()) {
      throw new PictureException(PictureFault.SLOW);
    }
  }
}
