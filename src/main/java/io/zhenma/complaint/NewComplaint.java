package io.zhenma.complaint;

import io.zhenma.picture.Picture;
import java.util.Optional;

/**
 * What a consumer writes; a value that exists is valid.
 *
 * @param boughtAt shop or platform, or ""
 * @param message or ""
 * @param contact how to reach them, given with consent, or ""
 */
record NewComplaint(String boughtAt, String message, String contact, Optional<Picture> photo) {
  static final int LONGEST_PLACE = 200;
  static final int LONGEST_MESSAGE = 1_000;
  static final int LONGEST_CONTACT = 120;

  NewComplaint with(Picture taken) {
    return new NewComplaint(boughtAt, message, contact, Optional.of(taken));
  }
}
