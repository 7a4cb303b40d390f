package io.zhenma.picture;

import java.nio.ByteBuffer;

/** The first chunk of a PNG file (W3C PNG, third edition, 11.2.1). */
final class PngHeader {
  private static final int WIDTH = 16;
  private static final int HEIGHT = 20;
  private static final int DEPTH = 24;
  private static final int COLOURS = 25;
  private static final int INTERLACE = 28;
  private static final int DEEP = 16;

  private PngHeader() {}

  static PictureShape shape(byte[] file) {
    ByteBuffer header = ByteBuffer.wrap(file);
    int width = header.getInt(WIDTH);
    int height = header.getInt(HEIGHT);
    int depth = header.get(DEPTH);
    int pixelBytes = Math.max(1, channels(header.get(COLOURS)) * depth / Byte.SIZE);
    boolean interlaced = header.get(INTERLACE) != 0;
    return new PictureShape(
        width,
        height,
        unpacked((long) width * height, pixelBytes),
        interlaced || depth >= DEEP,
        1,
        file.length);
  }

  /** A header may tell of more pixels than can be multiplied. */
  private static long unpacked(long pixels, int pixelBytes) {
    return pixels > Integer.MAX_VALUE ? Long.MAX_VALUE : pixels * pixelBytes;
  }

  private static int channels(byte colours) {
    return switch (colours) {
      case 0, 3 -> 1;
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> throw new IllegalArgumentException("PNG colours " + colours);
    };
  }
}
