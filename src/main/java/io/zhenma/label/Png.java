package io.zhenma.label;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes PNG (ISO/IEC 15948), with the size in which it is meant to be printed. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final double METRES_PER_INCH = 0.0254;

  /** Filter "up": a row like the one above becomes zeros. */
  private static final byte UP = 2;

  private Png() {}

  /** One bit a dot: 0 is black. */
  static byte[] of(Bitmap bitmap, int dpi) {
    int bytesARow = bitmap.bytesARow();
    byte[] rows = new byte[bitmap.dots().length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (byte) ~bitmap.dots()[i];
    }
    return file(bitmap.width(), bitmap.height(), 1, GREY, rows, bytesARow, dpi);
  }

  static byte[] of(Pixels pixels, int dpi) {
    return file(pixels.width(), pixels.height(), 8, RGB, pixels.rgb(), 3 * pixels.width(), dpi);
  }

  private static byte[] file(
      int width, int height, int depth, int colour, byte[] rows, int bytesARow, int dpi) {
    byte[] filtered = new byte[(bytesARow + 1) * height];
    for (int y = 0; y < height; y++) {
      int to = y * (bytesARow + 1);
      filtered[to] = UP;
      for (int i = 0; i < bytesARow; i++) {
        int above = y == 0 ? 0 : rows[(y - 1) * bytesARow + i];
        filtered[to + 1 + i] = (byte) (rows[y * bytesARow + i] - above);
      }
    }
    Packed packed = Packed.zlib(filtered, filtered.length);
    int dotsAMetre = (int) Math.round(dpi / METRES_PER_INCH);
    ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length() + 128);
    out.writeBytes(SIGNATURE);
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colour)
            .put(new byte[3])
            .array(),
        13);
    chunk(
        out,
        "pHYs",
        ByteBuffer.allocate(9).putInt(dotsAMetre).putInt(dotsAMetre).put((byte) 1).array(),
        9);
    chunk(out, "IDAT", packed.bytes(), packed.length());
    chunk(out, "IEND", new byte[0], 0);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    out.writeBytes(name);
    out.write(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
