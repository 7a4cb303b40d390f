package io.zhenma.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera held a picture: what its file says of orientation is lost when the picture is made
 * anew, so the pixels are turned instead.
 *
 * <p>Source: Exif 2.32 (JEITA CP-3451E), section 4.6.4, tag 0x0112; values 1 to 8.
 *
 * @param orientation 1 to 8; 1 is upright
 */
record Turn(int orientation) {
  static final Turn NONE = new Turn(1);

  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;

  /** What a JPEG file says; upright when it says nothing that can be understood. */
  static Turn of(byte[] jpeg) {
    ByteBuffer file = ByteBuffer.wrap(jpeg);
    try {
      file.position(2);
      while ((file.get() & 0xff) == 0xff) {
        int marker = file.get() & 0xff;
        int length = file.getShort(file.position()) & 0xffff;
        if (marker == START_OF_SCAN) {
          return NONE;
        }
        if (marker == APP1 && file.getInt(file.position() + 2) == 0x45786966) {
          return ofTiff(file.slice(file.position() + 8, length - 8));
        }
        file.position(file.position() + length);
      }
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | java.nio.BufferUnderflowException cut) {
      return NONE;
    }
    return NONE;
  }

  private static Turn ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= 1 && value <= 8 ? new Turn(value) : NONE;
      }
    }
    return NONE;
  }

  boolean isUpright() {
    return orientation == 1;
  }

  /** Whether width and height change places. */
  boolean liesOnItsSide() {
    return orientation >= 5;
  }

  /**
   * Where in the file's pixels a pixel of the upright picture comes from.
   *
   * @param width of the pixels as they are in the file
   * @param height of the pixels as they are in the file
   * @return its index, row by row
   */
  int source(int x, int y, int width, int height) {
    int right = width - 1;
    int bottom = height - 1;
    return switch (orientation) {
      case 2 -> y * width + right - x;
      case 3 -> (bottom - y) * width + right - x;
      case 4 -> (bottom - y) * width + x;
      case 5 -> x * width + y;
      case 6 -> (bottom - x) * width + y;
      case 7 -> (bottom - x) * width + right - y;
      case 8 -> x * width + right - y;
      default -> y * width + x;
    };
  }
}
