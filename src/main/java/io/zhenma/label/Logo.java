package io.zhenma.label;

import io.zhenma.picture.Picture;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureFault;
import io.zhenma.picture.PictureMaker;
import io.zhenma.picture.PictureReader;
import io.zhenma.picture.PictureSender;
import io.zhenma.picture.PictureUse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A brand's picture on labels. It is made anew when it is sent, and read once for all labels of a
 * template. Safe for several threads.
 */
public final class Logo {
  public static final int LARGEST_BYTES = PictureUse.LABEL.largestBytes();

  private final byte[] bytes;
  private @Nullable BufferedImage image;
  private @Nullable Drawn drawn;

  private Logo(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The logo in one size as a PNG file in base64. */
  private record Drawn(int mostHeight, int dpi, String png) {}

  /**
   * Makes a logo of a file that somebody sent. It may take a while: hold no database connection
   * meanwhile.
   *
   * @throws LabelException when it is too large, no PNG or JPEG, or broken
   * @throws PictureException {@link PictureFault#BUSY} when too many pictures are being made
   */
  public static Logo of(byte[] file, PictureSender sender) throws PictureException {
    try {
      Picture made =
          PictureMaker.make(() -> new ByteArrayInputStream(file), PictureUse.LABEL, sender);
      return new Logo(made.bytes());
    } catch (PictureException refused) {
      if (refused.fault() == PictureFault.BUSY) {
        throw refused;
      }
      throw refusal(refused.fault());
    }
  }

  /** A logo as {@link #of} made it earlier: {@link #bytes}. It is read when it is drawn. */
  public static Logo stored(byte[] file) {
    return new Logo(file.clone());
  }

  private static LabelException refusal(PictureFault fault) {
    String rule = "label-logo-" + fault.slug();
    return switch (fault) {
      case BYTES -> LabelException.of("logo", rule, LARGEST_BYTES / 1024);
      case PIXELS -> LabelException.of("logo", rule, PictureUse.LABEL.mostPixels() / 1_000_000);
      default -> LabelException.of("logo", rule);
    };
  }

  /** A PNG or JPEG file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** In pixels. */
  int width() {
    return image().getWidth();
  }

  int height() {
    return image().getHeight();
  }

  /** Once for all labels: a delivery has millions of them. */
  private synchronized BufferedImage image() {
    BufferedImage known = image;
    if (known == null) {
      try {
        known = PictureReader.stored(bytes, PictureUse.LABEL);
      } catch (PictureException damaged) {
        throw refusal(damaged.fault());
      }
      image = known;
    }
    return known;
  }

  /** On white paper, no larger than needed: red, green and blue, row by row. */
  Pixels pixels(int mostHeight) {
    int rows = Math.max(1, Math.min(height(), mostHeight));
    return pixels(Math.max(1, (int) Math.round((double) width() * rows / height())), rows);
  }

  /** Pixels of exactly this size. */
  Pixels pixels(int columns, int rows) {
    return Pixels.of(image(), columns, rows);
  }

  /** The same as a PNG file in base64. A template draws its logo in one size. */
  synchronized String png(int mostHeight, int dpi) {
    Drawn known = drawn;
    if (known == null || known.mostHeight() != mostHeight || known.dpi() != dpi) {
      byte[] file = Png.of(pixels(mostHeight), dpi);
      known = new Drawn(mostHeight, dpi, Base64.getEncoder().encodeToString(file));
      drawn = known;
    }
    return known.png();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Logo logo && Arrays.equals(bytes, logo.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
