package io.zhenma.crypto;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A brand's public signature keys by key id, as its JWK set tells them: all that is needed to check
 * the origin of its signed codes without asking anybody.
 */
public final class PublicKeySet {
  private final TreeMap<Integer, CodeVerifier> keys;

  public PublicKeySet(Map<Integer, CodeVerifier> keys) {
    this.keys = new TreeMap<>(keys);
  }

  /**
   * Reads a JWK set (RFC 7517, section 5). Keys of other types or uses are passed over, as the
   * standard asks.
   *
   * @throws IllegalArgumentException when the text is no JWK set, is longer than 64 KiB, or holds
   *     an Ed25519 or SM2 key that is none
   */
  public static PublicKeySet parse(String json) {
    return new PublicKeySet(JwkSet.read(json));
  }

  /** The set as JSON, in the order of key ids. */
  public String json() {
    return JwkSet.write(keys);
  }

  /** The verifier of a key id, 0 to 31. */
  public Optional<CodeVerifier> key(int keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }
}
