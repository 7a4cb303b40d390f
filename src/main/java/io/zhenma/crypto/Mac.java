package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) over domain and text, separated by a zero byte so that two domains never
 * meet. The JDK's, which uses the processor's own instructions: several are computed for each scan.
 */
final class Mac {
  private static final String ALGORITHM = "HmacSHA256";

  /** Never fed, only copied, so that threads don't meet. */
  private final javax.crypto.Mac keyed;

  private final SecretKey256 key;

  Mac(SecretKey256 key) {
    this.key = key;
    this.keyed = fresh(key);
  }

  private static javax.crypto.Mac fresh(SecretKey256 key) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  byte[] of(String domain, byte[] content) {
    javax.crypto.Mac mac = copy();
    mac.update(domain.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return mac.doFinal(content);
  }

  private javax.crypto.Mac copy() {
    try {
      return (javax.crypto.Mac) keyed.clone();
    } catch (CloneNotSupportedException someProvidersCannot) {
      return fresh(key);
    }
  }
}
