package io.zhenma.picture;

/**
 * Who sends a picture, so that nobody takes all the places of those who wait.
 *
 * @param name another for each sender
 * @param mostAtOnce pictures of this sender that are read or wait
 */
public record PictureSender(String name, int mostAtOnce) {
  /** All consumers together. */
  public static final PictureSender CONSUMERS = new PictureSender("consumers", 8);

  private static final int MOST_OF_A_BRAND = 2;

  public PictureSender {
    if (mostAtOnce < 1) {
      throw new IllegalArgumentException("at most " + mostAtOnce + " at once");
    }
  }

  /** The people of a brand. */
  public static PictureSender brand(long brandId) {
    return new PictureSender("brand " + brandId, MOST_OF_A_BRAND);
  }
}
