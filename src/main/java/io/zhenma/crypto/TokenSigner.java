package io.zhenma.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Random tokens that only this platform can have issued: 128 random bits and a 128-bit HMAC-SHA-256
 * tag, 43 characters of base64url. A token that was not signed with this key is refused in constant
 * time.
 */
public final class TokenSigner {
  private static final int HALF = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Mac mac;
  private final String domain;

  /**
   * @param domain what the tokens are for; a token of one domain is none in another
   */
  public TokenSigner(SecretKey256 key, String domain) {
    this.mac = new Mac(key);
    this.domain = domain;
  }

  /** A fresh token. */
  public String issue() {
    byte[] id = new byte[HALF];
    RANDOM.nextBytes(id);
    return token(id);
  }

  /** The token with these 128 bits in place of random ones: the same for the same id. */
  public String tokenOf(UUID id) {
    return token(
        ByteBuffer.allocate(HALF)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private String token(byte[] id) {
    byte[] token = new byte[2 * HALF];
    System.arraycopy(id, 0, token, 0, HALF);
    System.arraycopy(tag(id), 0, token, HALF, HALF);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The 128 bits of a token that this key signed, else empty. */
  public Optional<UUID> idOf(String token) {
    return verified(token)
        .map(signed -> ByteBuffer.wrap(Base64.getUrlDecoder().decode(signed)))
        .map(bytes -> new UUID(bytes.getLong(), bytes.getLong()));
  }

  /** The token itself when this key signed it, else empty. */
  public Optional<String> verified(String token) {
    if (token.length() > 64) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != 2 * HALF) {
      return Optional.empty();
    }
    byte[] expected = tag(Arrays.copyOf(bytes, HALF));
    return MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, HALF, 2 * HALF))
        ? Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
        : Optional.empty();
  }

  private byte[] tag(byte[] id) {
    return Arrays.copyOf(mac.of(domain, id), HALF);
  }
}
