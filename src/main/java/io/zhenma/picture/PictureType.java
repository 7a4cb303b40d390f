package io.zhenma.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of pictures that are taken and made. What a file is stands in its first bytes. */
public enum PictureType {
  PNG("image/png", "png", 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a),
  JPEG("image/jpeg", "jpg", 0xff, 0xd8, 0xff);

  private final String mediaType;
  private final String ending;
  private final byte[] signature;

  PictureType(String mediaType, String ending, int... signature) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.signature = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      this.signature[i] = (byte) signature[i];
    }
  }

  public String mediaType() {
    return mediaType;
  }

  /** Of file names, without the dot. */
  public String ending() {
    return ending;
  }

  /** What the file is, whatever its sender calls it. */
  static Optional<PictureType> of(byte[] file) {
    return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
  }

  static Optional<PictureType> ofEnding(String ending) {
    return Arrays.stream(values()).filter(type -> type.ending.equals(ending)).findFirst();
  }

  private boolean begins(byte[] file) {
    return file.length > signature.length
        && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
  }

  /** As the JDK's readers and writers are called. */
  String format() {
    return name().toLowerCase(Locale.ROOT);
  }
}
