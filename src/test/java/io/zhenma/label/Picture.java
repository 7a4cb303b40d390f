package io.zhenma.label;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Greys, a byte a dot, as a reader sees them.
 *
 * @param greys row by row; 0 is black
 */
record Picture(int width, int height, byte[] greys) {

  /** A binary greymap (PGM, "P5") of one byte a dot. */
  static Picture ofPgm(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int[] header = new int[3];
    int at = 2;
    for (int i = 0; i < header.length; i++) {
      while (Character.isWhitespace(bytes[at])) {
        at++;
      }
      for (; !Character.isWhitespace(bytes[at]); at++) {
        header[i] = 10 * header[i] + bytes[at] - '0';
      }
    }
    byte[] greys = new byte[header[0] * header[1]];
    System.arraycopy(bytes, at + 1, greys, 0, greys.length);
    return new Picture(header[0], header[1], greys);
  }

  static Picture ofPng(byte[] png) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    byte[] greys = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) image.getRGB(i % image.getWidth(), i / image.getWidth());
    }
    return new Picture(image.getWidth(), image.getHeight(), greys);
  }

  /** A part; what lies outside is white. */
  Picture part(int left, int top, int width, int height) {
    byte[] part = new byte[width * height];
    for (int i = 0; i < part.length; i++) {
      int x = left + i % width;
      int y = top + i / width;
      boolean inside = x >= 0 && x < this.width && y >= 0 && y < this.height;
      part[i] = inside ? greys[y * this.width + x] : (byte) 255;
    }
    return new Picture(width, height, part);
  }

  boolean isDark(int x, int y) {
    return (greys[y * width + x] & 0xff) < 128;
  }

  void writePgm(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(greys.length + 32);
    out.writeBytes(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(greys);
    Files.write(file, out.toByteArray());
  }
}
