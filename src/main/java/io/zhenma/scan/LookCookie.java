package io.zhenma.scan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What a browser without script remembers of its look, as the page's script does by itself: the id
 * of the scan and whose code it was. Sent again, the form then is the same scan and gets the same
 * answer. It is no secret and proves nothing: a scan's id is the client's to choose anyway.
 */
final class LookCookie {
  private LookCookie() {}

  static String of(UUID scanId, ScannedCode code) {
    return scanId + "." + name(code);
  }

  /** The scan that the cookie remembers, when it was of this code. */
  static Optional<UUID> scanOf(String cookie, ScannedCode code) {
    int end = cookie.indexOf('.');
    if (end < 0 || !cookie.substring(end + 1).equals(name(code).toString())) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(cookie.substring(0, end)));
    } catch (IllegalArgumentException invented) {
      return Optional.empty();
    }
  }

  private static UUID name(ScannedCode code) {
    return UUID.nameUUIDFromBytes(code.path().getBytes(StandardCharsets.UTF_8));
  }
}
