package io.zhenma.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** The making of one picture, within its time. */
final class PictureWork {
  /** Rather fewer pixels than smeared ones. */
  private static final float[] QUALITIES = {.85f, .75f, .65f, .55f};

  private static final double SMALLER = .8;

  private final PictureUse use;
  private final TimeLimit limit;

  PictureWork(PictureUse use, TimeLimit limit) {
    this.use = use;
    this.limit = limit;
  }

  Picture of(byte[] file) throws PictureException {
    BufferedImage image = new PictureReader(use, limit).read(file);
    boolean mayBeTurned = PictureType.of(file).orElseThrow() == PictureType.JPEG;
    return fitting(image, mayBeTurned ? Turn.of(file) : Turn.NONE);
  }

  /** The largest and best that its bytes allow. */
  private Picture fitting(BufferedImage image, Turn turn) throws PictureException {
    double scale = 1;
    while (true) {
      int width = (int) Math.max(1, use.width() * scale);
      int height = (int) Math.max(1, use.height() * scale);
      Canvas canvas =
          turn.liesOnItsSide()
              ? Canvas.of(image, height, width, limit).turned(turn)
              : Canvas.of(image, width, height, limit).turned(turn);
      Optional<Picture> made = packed(canvas);
      if (made.isPresent()) {
        return made.get();
      }
      scale *= SMALLER;
    }
  }

  private Optional<Picture> packed(Canvas canvas) throws PictureException {
    Canvas shown = use.maySeeThrough() ? canvas : canvas.onWhite();
    if (use != PictureUse.PHOTO) {
      Picture png = PictureWriter.png(shown);
      if (png.bytes().length <= use.madeBytes()) {
        return Optional.of(png);
      }
    }
    if (shown.isOpaque()) {
      for (float quality : QUALITIES) {
        limit.check();
        Picture jpeg = PictureWriter.jpeg(shown, quality);
        if (jpeg.bytes().length <= use.madeBytes()) {
          return Optional.of(jpeg);
        }
      }
    }
    return Optional.empty();
  }
}
