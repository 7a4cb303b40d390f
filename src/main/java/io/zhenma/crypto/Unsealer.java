package io.zhenma.crypto;

import io.zhenma.crypto.UnsealException.Flaw;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;

/**
 * Opens what {@link Sealer} sealed. The content goes to a temporary file and stays there until the
 * signature over all of it is proven; {@link Proven} is that proof and the only way to its real
 * name.
 */
public final class Unsealer {
  private final RecipientKey own;
  private final SignerCertificate sender;

  /**
   * @param own the key that files were sealed for
   * @param sender whose signature counts
   */
  public Unsealer(RecipientKey own, SignerCertificate sender) {
    this.own = own;
    this.sender = sender;
  }

  /**
   * A content whose sender and wholeness are proven, still under its temporary name.
   *
   * @param sha256 of the content, 64 lower-case hexadecimal digits
   * @param bytes its length
   */
  public record Proven(Path temporary, String sha256, long bytes) {
    /**
     * Gives it its name.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the name is taken; nothing is replaced
     */
    public void moveTo(Path target) throws IOException {
      Files.move(temporary, target);
    }
  }

  /**
   * Opens a sealed file.
   *
   * @param temporary a name that isn't there yet; gone again unless this returns
   * @throws UnsealException when anything at all is wrong with it
   * @throws IOException when a file can't be read or written
   */
  public Proven unseal(Path sealed, Path temporary) throws UnsealException, IOException {
    boolean proven = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(sealed), Cms.PART);
        FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      MessageDigest sha256 = Sha256.start();
      OutputStream out =
          new DigestOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), Cms.PART), sha256);
      sender.open(decrypted(in), out);
      out.flush();
      channel.force(true);
      proven = true;
      return new Proven(temporary, Sha256.hex(sha256), channel.size());
    } finally {
      if (!proven) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private InputStream decrypted(InputStream sealed) throws UnsealException, IOException {
    RecipientInformation mine;
    try {
      mine = new CMSEnvelopedDataParser(sealed).getRecipientInfos().get(id());
    } catch (CMSException | IOException | RuntimeException noEnvelope) {
      throw new UnsealException(Flaw.NOT_SEALED, noEnvelope);
    }
    if (mine == null) {
      throw new UnsealException(Flaw.WRONG_KEY);
    }
    try {
      return mine.getContentStream(recipient()).getContentStream();
    } catch (CMSException | RuntimeException refused) {
      throw new UnsealException(Flaw.WRONG_KEY, refused);
    }
  }

  private RecipientId id() {
    return own.key().getAlgorithm().equals("RSA")
        ? new JceKeyTransRecipientId(own.certificate())
        : new JceKeyAgreeRecipientId(own.certificate());
  }

  private Recipient recipient() {
    Provider content = Security.getProvider("SunJCE");
    if (id() instanceof KeyTransRecipientId) {
      return new JceKeyTransEnvelopedRecipient(own.key())
          .setProvider(Cms.KEYS)
          .setContentProvider(content);
    }
    return new JceKeyAgreeEnvelopedRecipient(own.key())
        .setProvider(Cms.KEYS)
        .setContentProvider(content);
  }
}
