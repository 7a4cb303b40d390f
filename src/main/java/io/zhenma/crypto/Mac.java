package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;

/**
 * HMAC-SHA-256 (RFC 2104) over domain and text, separated by a zero byte so that two domains never
 * meet.
 */
final class Mac {
  private final SecretKey256 key;

  Mac(SecretKey256 key) {
    this.key = key;
  }

  byte[] of(String domain, byte[] content) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(key.parameter());
    byte[] prefix = domain.getBytes(StandardCharsets.UTF_8);
    mac.update(prefix, 0, prefix.length);
    mac.update((byte) 0);
    mac.update(content, 0, content.length);
    byte[] tag = new byte[mac.getMacSize()];
    mac.doFinal(tag, 0);
    return tag;
  }
}
