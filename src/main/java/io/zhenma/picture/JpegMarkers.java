package io.zhenma.picture;

/**
 * Reads a JPEG file's markers (ITU-T T.81, annex B) as the JDK's reader will, up to the end of the
 * picture: how large it is, and how many scans it has. The reader keeps the coefficients of a
 * picture with several scans, outside the heap.
 */
final class JpegMarkers {
  private static final int BASELINE = 0xc0;
  private static final int PROGRESSIVE = 0xc2;
  private static final int HUFFMAN = 0xc4;
  private static final int ARITHMETIC = 0xcc;
  private static final int LAST_FRAME = 0xcf;
  private static final int FIRST_RESTART = 0xd0;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int TEMPORARY = 0x01;
  private static final int COEFFICIENT_BYTES = 2;

  private final byte[] file;
  private int at = 2;
  private int width;
  private int height;
  private int components;
  private long coefficients;
  private int scans;
  private boolean progressive;

  JpegMarkers(byte[] file) {
    this.file = file;
  }

  /** Of a file that breaks off, what there is of it. */
  PictureShape shape() {
    int marker = next();
    while (marker != END) {
      if (marker != TEMPORARY && (marker < FIRST_RESTART || marker > END)) {
        segment(marker);
      }
      marker = next();
    }
    long pixelBytes = (long) width * height * components;
    return new PictureShape(
        width,
        height,
        scans > 1 || progressive
            ? Math.max(pixelBytes, coefficients * COEFFICIENT_BYTES)
            : pixelBytes,
        false,
        scans,
        at);
  }

  /** The next marker; what stands before it is data, in which a zero follows each 0xff. */
  private int next() {
    while (at + 1 < file.length) {
      int second = file[at + 1] & 0xff;
      if ((file[at] & 0xff) == 0xff && second != 0 && second != 0xff) {
        at += 2;
        return second;
      }
      at++;
    }
    at = file.length;
    return END;
  }

  private void segment(int marker) {
    int length = number(at);
    if (length < 2) {
      throw new IllegalArgumentException("a segment of " + length + " bytes");
    }
    if (marker == SCAN) {
      scans++;
    } else if (marker >= BASELINE
        && marker <= LAST_FRAME
        && marker != HUFFMAN
        && marker != ARITHMETIC) {
      frame(marker);
    }
    at = Math.min(file.length, at + length);
  }

  private void frame(int marker) {
    if (width != 0 || marker > PROGRESSIVE) {
      throw new IllegalArgumentException("a second frame, or one of a rare kind");
    }
    progressive = marker == PROGRESSIVE;
    height = number(at + 3);
    width = number(at + 5);
    components = file[at + 7] & 0xff;
    int across = 1;
    int down = 1;
    for (int i = 0; i < components; i++) {
      across = Math.max(across, sampling(i) >> 4);
      down = Math.max(down, sampling(i) & 0xf);
    }
    for (int i = 0; i < components; i++) {
      coefficients +=
          blocks(width, sampling(i) >> 4, across) * blocks(height, sampling(i) & 0xf, down);
    }
  }

  /** Eight lines each, rounded up as often as the reader does, and once more. */
  private static long blocks(int side, int sampling, int most) {
    return 8L * (((long) side * sampling + 8L * most - 1) / (8L * most) + sampling);
  }

  private int sampling(int component) {
    return file[at + 9 + 3 * component] & 0xff;
  }

  private int number(int from) {
    return (file[from] & 0xff) << 8 | file[from + 1] & 0xff;
  }
}
