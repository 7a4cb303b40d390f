package io.zhenma.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes a picture for a use. Few are made at once, whoever sends them: reading one may take a
 * hundred megabytes and a second.
 */
final class PictureMaker {
  private static final Semaphore AT_ONCE = new Semaphore(2);
  private static final int PATIENCE_SECONDS = 10;

  /** Rather fewer pixels than smeared ones. */
  private static final float[] QUALITIES = {.85f, .75f, .65f, .55f};

  private static final double SMALLER = .8;

  private final PictureUse use;

  PictureMaker(PictureUse use) {
    this.use = use;
  }

  Picture make(byte[] file) throws PictureException {
    if (file.length > use.largestBytes()) {
      throw new PictureException(PictureFault.BYTES);
    }
    PictureType type =
        PictureType.of(file).orElseThrow(() -> new PictureException(PictureFault.TYPE));
    enter();
    try {
      BufferedImage image = new PictureReader(use).read(file, type);
      return fitting(image, type == PictureType.JPEG ? Turn.of(file) : Turn.NONE);
    } finally {
      AT_ONCE.release();
    }
  }

  private static void enter() throws PictureException {
    try {
      if (AT_ONCE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new PictureException(PictureFault.BUSY);
  }

  /** The largest and best that its bytes allow. */
  private Picture fitting(BufferedImage image, Turn turn) {
    double scale = 1;
    while (true) {
      int width = (int) Math.max(1, use.width() * scale);
      int height = (int) Math.max(1, use.height() * scale);
      Canvas canvas =
          turn.liesOnItsSide()
              ? Canvas.of(image, height, width).turned(turn)
              : Canvas.of(image, width, height).turned(turn);
      Optional<Picture> made = packed(canvas);
      if (made.isPresent()) {
        return made.get();
      }
      scale *= SMALLER;
    }
  }

  private Optional<Picture> packed(Canvas canvas) {
    Canvas shown = use.maySeeThrough() ? canvas : canvas.onWhite();
    if (use != PictureUse.PHOTO) {
      Picture png = PictureWriter.png(shown);
      if (png.bytes().length <= use.madeBytes()) {
        return Optional.of(png);
      }
    }
    if (shown.isOpaque()) {
      for (float quality : QUALITIES) {
        Picture jpeg = PictureWriter.jpeg(shown, quality);
        if (jpeg.bytes().length <= use.madeBytes()) {
          return Optional.of(jpeg);
        }
      }
    }
    return Optional.empty();
  }
}
