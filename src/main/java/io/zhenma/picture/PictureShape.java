package io.zhenma.picture;

/**
 * What a file says of its pixels, read before any of them is.
 *
 * @param unpackedBytes that its reader needs at least, or would need if it kept all pixels
 * @param tangled whether its pixels come in an order or a depth that costs many times the usual
 * @param passes how often the reader goes through the whole picture
 * @param length of the file up to the picture's end; what follows is never read
 */
record PictureShape(
    int width, int height, long unpackedBytes, boolean tangled, int passes, int length) {
  /** Whatever a picture is for: two are read at once. */
  private static final long MOST_UNPACKED_BYTES = 100_000_000;

  /** A reader keeps some whole lines beside the picture. */
  private static final int LONGEST_SIDE = 30_000;

  private static final long MOST_TANGLED_PIXELS = 2_000_000;

  /** Cameras and editors write ten. */
  private static final int MOST_PASSES = 12;

  PictureShape {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + " by " + height);
    }
  }

  /**
   * @throws PictureException when the file is of another kind, or its header can't be read
   */
  static PictureShape of(byte[] file) throws PictureException {
    PictureType type =
        PictureType.of(file).orElseThrow(() -> new PictureException(PictureFault.TYPE));
    try {
      return type == PictureType.PNG ? PngHeader.shape(file) : new JpegMarkers(file).shape();
    } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw new PictureException(PictureFault.BROKEN);
    }
  }

  void require(PictureUse use) throws PictureException {
    long pixels = (long) width * height;
    if (Math.max(width, height) > LONGEST_SIDE
        || pixels > use.mostPixels()
        || unpackedBytes > MOST_UNPACKED_BYTES
        || tangled && pixels > MOST_TANGLED_PIXELS) {
      throw new PictureException(PictureFault.PIXELS);
    }
    if (passes > MOST_PASSES) {
      throw new PictureException(PictureFault.SLOW);
    }
  }
}
