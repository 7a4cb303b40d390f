package io.zhenma.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;

/**
 * Seals files for one recipient: CMS SignedData with the content and the sender's certificate
 * inside, within CMS EnvelopedData under a fresh AES-256-CBC key (RFC 5652, sections 5 and 6). The
 * key goes to the recipient by RSA-OAEP with SHA-256 (RFC 4056's scheme in RFC 3560), or by ECDH
 * with an ephemeral key, the X9.63 function with SHA-256 or SHA-384, and AES-256 key wrap (RFC
 * 5753). Only the recipient can read it, and whoever reads it can prove who sent it and that it is
 * whole. Encryption alone proves neither: open files with {@link Unsealer}, which checks first.
 *
 * <p>Streams in memory that doesn't depend on the content's size. Can be used by several threads.
 */
public final class Sealer {
  private static final int P256_BITS = 256;

  private final RecipientCertificate recipient;
  private final DeliverySigner signer;

  public Sealer(RecipientCertificate recipient, DeliverySigner signer) {
    this.recipient = recipient;
    this.signer = signer;
  }

  /** Writes the plain content of a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream plain) throws IOException;
  }

  /**
   * Seals a content. The signature is written only when {@code content} returns: what it leaves
   * unfinished by an exception can be opened by nobody.
   *
   * @param out gets the sealed bytes (BER); stays open
   * @throws IOException from {@code content} or {@code out}
   */
  public void seal(OutputStream out, Content content) throws IOException {
    try {
      CMSEnvelopedDataStreamGenerator envelope = new CMSEnvelopedDataStreamGenerator();
      envelope.setBufferSize(Cms.PART);
      envelope.addRecipientInfoGenerator(recipientInfo());
      CMSSignedDataStreamGenerator signature = new CMSSignedDataStreamGenerator();
      signature.setBufferSize(Cms.PART);
      Cms.addSigner(signature, signer.signer(), signer.certificate(), Instant.now());
      OutputStream encrypted =
          envelope.open(out, new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build());
      OutputStream signed = signature.open(encrypted, true);
      content.writeTo(new Plain(signed));
      signed.close();
      encrypted.close();
    } catch (CMSException | GeneralSecurityException broken) {
      throw new IllegalStateException("a registered certificate cannot be sealed to", broken);
    }
  }

  private RecipientInfoGenerator recipientInfo() throws GeneralSecurityException, CMSException {
    if (recipient.isRsa()) {
      return new JceKeyTransRecipientInfoGenerator(recipient.x509(), Cms.oaep())
          .setProvider(Cms.KEYS);
    }
    ECPublicKey theirs = (ECPublicKey) recipient.x509().getPublicKey();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Cms.KEYS);
    generator.initialize(theirs.getParams());
    KeyPair ephemeral = generator.generateKeyPair();
    return new JceKeyAgreeRecipientInfoGenerator(
            agreement(theirs),
            ephemeral.getPrivate(),
            ephemeral.getPublic(),
            CMSAlgorithm.AES256_WRAP)
        .addRecipient(recipient.x509())
        .setProvider(Cms.KEYS);
  }

  private static ASN1ObjectIdentifier agreement(ECPublicKey key) {
    return key.getParams().getOrder().bitLength() <= P256_BITS
        ? CMSAlgorithm.ECDH_SHA256KDF
        : CMSAlgorithm.ECDH_SHA384KDF;
  }

  /** The content's writer may close or flush as it likes; the parts of the stream stay even. */
  private static final class Plain extends OutputStream {
    private final OutputStream signed;

    Plain(OutputStream signed) {
      this.signed = signed;
    }

    @Override
    public void write(int octet) throws IOException {
      signed.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      signed.write(bytes, from, length);
    }
  }
}
