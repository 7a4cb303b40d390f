package io.zhenma.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;

/**
 * Signs what a webhook gets, as Standard Webhooks 1.0 has it for symmetric keys: HMAC-SHA-256 over
 * {@code id.timestamp.body}. Prints nothing; its text is for the receiver's eyes, once.
 */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";

  private final SecretKey256 key;

  private WebhookSecret(SecretKey256 key) {
    this.key = key;
  }

  /** 256 fresh random bits. */
  public static WebhookSecret random() {
    return new WebhookSecret(SecretKey256.random());
  }

  /**
   * The secret that {@link #sealed} gave.
   *
   * @throws KeyVaultException when it was sealed with another key or for another context
   */
  public static WebhookSecret open(byte[] sealed, DataCipher cipher, String context) {
    return new WebhookSecret(new SecretKey256(cipher.open(sealed, context)));
  }

  /** To be stored; opens with the same cipher and context only. */
  public byte[] sealed(DataCipher cipher, String context) {
    return cipher.seal(key.bytes(), context);
  }

  /** What the receiver configures: {@code whsec_} and the key in base64. */
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key.bytes());
  }

  /**
   * One signature of the header {@code webhook-signature}: {@code v1,} and the tag in base64.
   *
   * @param timestamp seconds since 1970, as in the header {@code webhook-timestamp}
   */
  public String signature(String id, long timestamp, String body) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(key.parameter());
    byte[] content = (id + '.' + timestamp + '.' + body).getBytes(StandardCharsets.UTF_8);
    mac.update(content, 0, content.length);
    byte[] tag = new byte[mac.getMacSize()];
    mac.doFinal(tag, 0);
    return "v1," + Base64.getEncoder().encodeToString(tag);
  }

  @Override
  public String toString() {
    return "WebhookSecret[hidden]";
  }
}
