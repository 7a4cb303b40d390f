package io.zhenma.label;

import java.awt.image.BufferedImage;

/**
 * A picture on white paper.
 *
 * @param rgb three bytes a pixel, row by row
 */
record Pixels(int width, int height, byte[] rgb) {

  /** Scaled by averaging the area that each pixel covers; what is see-through shows the paper. */
  static Pixels of(BufferedImage image, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int top = y * image.getHeight() / height;
      int bottom = Math.max(top + 1, (y + 1) * image.getHeight() / height);
      for (int x = 0; x < width; x++) {
        int left = x * image.getWidth() / width;
        int right = Math.max(left + 1, (x + 1) * image.getWidth() / width);
        average(image, left, top, right, bottom, rgb, 3 * (y * width + x));
      }
    }
    return new Pixels(width, height, rgb);
  }

  private static void average(
      BufferedImage image, int left, int top, int right, int bottom, byte[] rgb, int at) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int argb = image.getRGB(x, y);
        int alpha = argb >>> 24;
        int paper = 255 * (255 - alpha);
        red += (argb >>> 16 & 0xff) * alpha + paper;
        green += (argb >>> 8 & 0xff) * alpha + paper;
        blue += (argb & 0xff) * alpha + paper;
      }
    }
    long all = 255L * (right - left) * (bottom - top);
    rgb[at] = (byte) (red / all);
    rgb[at + 1] = (byte) (green / all);
    rgb[at + 2] = (byte) (blue / all);
  }

  /**
   * As black and white dots, each dot's error passed on to its neighbours (Floyd and Steinberg), so
   * that greys look grey.
   */
  Bitmap dithered() {
    Bitmap dots = new Bitmap(width, height);
    int[] errors = new int[width + 2];
    for (int y = 0; y < height; y++) {
      int[] next = new int[width + 2];
      int carried = 0;
      for (int x = 0; x < width; x++) {
        int grey = luminance(x, y) + (carried + errors[x + 1]) / 16;
        boolean dark = grey < 128;
        if (dark) {
          dots.set(x, y);
        }
        int error = grey - (dark ? 0 : 255);
        carried = 7 * error;
        next[x] += 3 * error;
        next[x + 1] += 5 * error;
        next[x + 2] += error;
      }
      errors = next;
    }
    return dots;
  }

  /** Rec. 601. */
  private int luminance(int x, int y) {
    int at = 3 * (y * width + x);
    return (299 * (rgb[at] & 0xff) + 587 * (rgb[at + 1] & 0xff) + 114 * (rgb[at + 2] & 0xff))
        / 1_000;
  }
}
