package io.zhenma;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for tests: drawn, not stored. */
public final class SamplePictures {
  private static final int GREEN = 0xff1f8a4c;

  private SamplePictures() {}

  /** Flat colours, some of it see-through: what a logo is like. */
  public static byte[] png(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = (x - width / 2.0) / width;
        double dy = (y - height / 2.0) / height;
        image.setRGB(x, y, dx * dx + dy * dy < 0.2 ? GREEN : 0);
      }
    }
    return file(image, "png");
  }

  /** Shades and noise: what a photograph is like. */
  public static byte[] jpeg(int width, int height) {
    return file(photo(width, height), "jpg");
  }

  /** The same as PNG, which packs noise badly. */
  public static byte[] heavyPng(int width, int height) {
    return file(photo(width, height), "png");
  }

  private static BufferedImage photo(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = random.nextInt(60);
        int red = Math.min(255, 195 * x / width + noise);
        int green = Math.min(255, 195 * y / height + noise);
        image.setRGB(x, y, red << 16 | green << 8 | noise * 2);
      }
    }
    return image;
  }

  private static byte[] file(BufferedImage image, String type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, type, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
