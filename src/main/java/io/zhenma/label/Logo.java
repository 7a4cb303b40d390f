package io.zhenma.label;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A brand's picture: a PNG or JPEG that was decoded once to see that it can be. What it is stands
 * in its first bytes, whatever its sender calls it; its size is read before any pixel is, so that a
 * small file can't unfold to fill the memory.
 */
public final class Logo {
  public static final int LARGEST_BYTES = 256 * 1024;
  private static final int LONGEST_SIDE = 4_096;
  private static final int MOST_PIXELS = 4_000_000;

  /** The kinds of pictures that are taken. */
  public enum Type {
    PNG("image/png", 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a),
    JPEG("image/jpeg", 0xff, 0xd8, 0xff);

    private final String mediaType;
    private final byte[] signature;

    Type(String mediaType, int... signature) {
      this.mediaType = mediaType;
      this.signature = new byte[signature.length];
      for (int i = 0; i < signature.length; i++) {
        this.signature[i] = (byte) signature[i];
      }
    }

    public String mediaType() {
      return mediaType;
    }

    private boolean begins(byte[] bytes) {
      return bytes.length > signature.length
          && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }
  }

  private final Type type;
  private final byte[] bytes;
  private final int width;
  private final int height;

  private Logo(Type type, byte[] bytes, int width, int height) {
    this.type = type;
    this.bytes = bytes;
    this.width = width;
    this.height = height;
  }

  /**
   * Takes a file.
   *
   * @throws LabelException when it is too large, no PNG or JPEG, or broken
   */
  public static Logo of(byte[] file) {
    if (file.length > LARGEST_BYTES) {
      throw LabelException.of("logo", "label-logo-bytes", LARGEST_BYTES / 1024);
    }
    for (Type type : Type.values()) {
      if (type.begins(file)) {
        BufferedImage image = read(type, file);
        return new Logo(type, file.clone(), image.getWidth(), image.getHeight());
      }
    }
    throw LabelException.of("logo", "label-logo-type");
  }

  private static BufferedImage read(Type type, byte[] file) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.name());
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      // Without metadata: packed texts in it could be large, too.
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
        throw LabelException.of("logo", "label-logo-pixels", MOST_PIXELS / 1_000_000);
      }
      ImageReadParam all = reader.getDefaultReadParam();
      return reader.read(0, all);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      if (broken instanceof LabelException refused) {
        throw refused;
      }
      throw LabelException.of("logo", "label-logo-broken");
    } finally {
      reader.dispose();
    }
  }

  public Type type() {
    return type;
  }

  /** The file as it was taken. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** In pixels. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** On white paper, no larger than needed: red, green and blue, row by row. */
  Pixels pixels(int mostHeight) {
    BufferedImage image = read(type, bytes);
    int rows = Math.max(1, Math.min(height, mostHeight));
    return Pixels.of(image, Math.max(1, (int) Math.round((double) width * rows / height)), rows);
  }

  /** Pixels of exactly this size. */
  Pixels pixels(int columns, int rows) {
    return Pixels.of(read(type, bytes), columns, rows);
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
