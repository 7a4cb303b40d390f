package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes one-way fingerprints of identifiers: the first 128 bits of HMAC-SHA-256 under a brand's
 * key. The same phone has unrelated fingerprints with two brands.
 */
public final class Fingerprinter {
  private final Mac mac;

  public Fingerprinter(SecretKey256 key) {
    this.mac = new Mac(key);
  }

  /**
   * @param kind the sort of identifier, such as {@code device} or {@code phone}
   * @param identifier its normalised text
   */
  public Fingerprint of(String kind, String identifier) {
    byte[] tag = mac.of("fingerprint:" + kind, identifier.getBytes(StandardCharsets.UTF_8));
    return new Fingerprint(Arrays.copyOf(tag, Fingerprint.BYTES));
  }
}
