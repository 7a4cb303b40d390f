package io.zhenma.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A picture that we made of what somebody sent: scaled to its use, without whatever else the file
 * held, such as where and with what it was taken.
 *
 * @param bytes the file; shared, so read it only
 */
@SuppressWarnings("ArrayRecordComponent") // written to a column or a response, never compared
public record Picture(PictureType type, int width, int height, byte[] bytes) {
  private static final int HASH_BYTES = 16;

  /** A name that tells its size and its content: another content has another name. */
  public PictureName name() {
    byte[] hash = Arrays.copyOf(sha256().digest(bytes), HASH_BYTES);
    return new PictureName(
        width, height, Base64.getUrlEncoder().withoutPadding().encodeToString(hash), type);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
