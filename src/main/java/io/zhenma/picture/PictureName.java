package io.zhenma.picture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stored picture is called, such as {@code 288x216-Jb3k…Q.jpg}: whoever has the name knows
 * how much room to leave before the picture is there.
 *
 * @param width in pixels
 * @param height in pixels
 * @param hash the first 128 bits of its SHA-256 in base64url, 22 characters
 */
public record PictureName(int width, int height, String hash, PictureType type) {
  /** Characters of the longest name. */
  public static final int LONGEST = 40;

  private static final Pattern SHAPE =
      Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})-([\\w-]{22})\\.(png|jpg)");

  /** Reads a name, or nothing when the text is none. */
  public static Optional<PictureName> parse(String text) {
    Matcher parts = SHAPE.matcher(text.length() > LONGEST ? "" : text);
    return parts.matches()
        ? PictureType.ofEnding(parts.group(4))
            .map(
                type ->
                    new PictureName(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        parts.group(3),
                        type))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return width + "x" + height + "-" + hash + "." + type.ending();
  }
}
