package io.zhenma.picture;

import java.awt.image.BufferedImage;

/**
 * Pixels in memory.
 *
 * @param argb row by row; alpha in the highest eight bits, colours not multiplied by it
 */
@SuppressWarnings("ArrayRecordComponent") // within one thread, never compared
record Canvas(int width, int height, int[] argb) {
  private static final int OPAQUE = 0xff000000;

  /** Scaled by averaging the area that each pixel covers; never made larger. */
  static Canvas of(BufferedImage image, int mostWidth, int mostHeight, TimeLimit limit)
      throws PictureException {
    double scale =
        Math.min(
            1,
            Math.min(
                (double) mostWidth / image.getWidth(), (double) mostHeight / image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      limit.check();
      int top = (int) ((long) y * image.getHeight() / height);
      int rows = Math.max(1, (int) ((long) (y + 1) * image.getHeight() / height) - top);
      int[] band = image.getRGB(0, top, image.getWidth(), rows, null, 0, image.getWidth());
      for (int x = 0; x < width; x++) {
        int left = (int) ((long) x * image.getWidth() / width);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * image.getWidth() / width));
        argb[y * width + x] = average(band, image.getWidth(), rows, left, right);
      }
    }
    return new Canvas(width, height, argb);
  }

  private static int average(int[] band, int bandWidth, int rows, int left, int right) {
    long alpha = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = left; x < right; x++) {
        int pixel = band[y * bandWidth + x];
        int weight = pixel >>> 24;
        alpha += weight;
        red += (long) (pixel >>> 16 & 0xff) * weight;
        green += (long) (pixel >>> 8 & 0xff) * weight;
        blue += (long) (pixel & 0xff) * weight;
      }
    }
    if (alpha == 0) {
      return 0;
    }
    long pixels = (long) rows * (right - left);
    return (int) (alpha / pixels << 24 | red / alpha << 16 | green / alpha << 8 | blue / alpha);
  }

  /** The same, turned upright. */
  Canvas turned(Turn turn) {
    if (turn.isUpright()) {
      return this;
    }
    int across = turn.liesOnItsSide() ? height : width;
    int down = turn.liesOnItsSide() ? width : height;
    int[] turned = new int[argb.length];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        turned[y * across + x] = argb[turn.source(x, y, width, height)];
      }
    }
    return new Canvas(across, down, turned);
  }

  boolean isOpaque() {
    for (int pixel : argb) {
      if ((pixel & OPAQUE) != OPAQUE) {
        return false;
      }
    }
    return true;
  }

  /** On white paper. */
  Canvas onWhite() {
    int[] opaque = new int[argb.length];
    for (int i = 0; i < opaque.length; i++) {
      int alpha = argb[i] >>> 24;
      opaque[i] =
          OPAQUE
              | over(argb[i] >>> 16, alpha) << 16
              | over(argb[i] >>> 8, alpha) << 8
              | over(argb[i], alpha);
    }
    return new Canvas(width, height, opaque);
  }

  private static int over(int channel, int alpha) {
    return ((channel & 0xff) * alpha + 255 * (255 - alpha)) / 255;
  }

  BufferedImage image() {
    int type = isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    BufferedImage image = new BufferedImage(width, height, type);
    image.setRGB(0, 0, width, height, argb, 0, width);
    return image;
  }
}
