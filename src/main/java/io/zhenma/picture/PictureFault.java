package io.zhenma.picture;

import java.util.Locale;

/** Why a picture is not taken. */
public enum PictureFault {
  /** More bytes than such a picture may have. */
  BYTES,
  /** Neither PNG nor JPEG. */
  TYPE,
  /** More pixels than such a picture may have, or more than is read of its kind. */
  PIXELS,
  /** It can't be read: damaged, or in colours that screens don't have. */
  BROKEN,
  /** Reading it takes longer than any usual picture does. */
  SLOW,
  /** Too many pictures are being read at the moment. */
  BUSY;

  /** As in message keys. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
