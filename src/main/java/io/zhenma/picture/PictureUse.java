package io.zhenma.picture;

/** What a picture is for: how much may be sent, and what is made of it. */
public enum PictureUse {
  /** A brand's sign, on a white ground as it is shown; may be see-through. */
  LOGO(1 << 20, 16_000_000, 360, 108, 6_000),
  /** A product, as large as three times its place on the page. */
  PRODUCT(8 << 20, 26_000_000, 288, 288, 9_000),
  /** What somebody photographed, to be looked at closely. */
  PHOTO(8 << 20, 26_000_000, 1_600, 1_600, 400_000),
  /** A brand's sign on printed labels, on white paper. */
  LABEL(256 << 10, 4_000_000, 2_000, 2_000, 256 << 10);

  private final int largestBytes;
  private final int mostPixels;
  private final int width;
  private final int height;
  private final int madeBytes;

  PictureUse(int largestBytes, int mostPixels, int width, int height, int madeBytes) {
    this.largestBytes = largestBytes;
    this.mostPixels = mostPixels;
    this.width = width;
    this.height = height;
    this.madeBytes = madeBytes;
  }

  /** Of the file that is sent. */
  public int largestBytes() {
    return largestBytes;
  }

  /** Of the file that is sent. */
  public int mostPixels() {
    return mostPixels;
  }

  /** The most pixels across of what is made. */
  int width() {
    return width;
  }

  /** The most pixels down of what is made. */
  int height() {
    return height;
  }

  /** The largest file that is made. */
  public int madeBytes() {
    return madeBytes;
  }

  boolean maySeeThrough() {
    return this == LOGO;
  }

  /**
   * Every how many pixels one is kept while reading. A small picture is read at twice its size, so
   * that its edges are averaged; for a photo that would take four times the memory for nothing.
   */
  int step(int sentWidth, int sentHeight) {
    int finer = this == PHOTO ? 1 : 2;
    int wanted = Math.max(sentWidth / (finer * width), sentHeight / (finer * height));
    return Math.max(1, Math.min(wanted, Math.min(sentWidth, sentHeight)));
  }
}
