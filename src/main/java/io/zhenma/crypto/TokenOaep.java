package io.zhenma.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * RSA-OAEP with a private key that never leaves its token. The JDK's PKCS#11 provider offers no
 * OAEP, so the token does the bare RSA operation (CKM_RSA_X_509) and the padding is taken off here;
 * what the token gives out is one padded data key, which this process learns anyway.
 */
final class TokenOaep implements Oaep.Decryption {
  private final PrivateKey key;
  private final RSAPublicKey publicKey;
  private final Provider token;

  TokenOaep(PrivateKey key, RSAPublicKey publicKey, Provider token) {
    this.key = key;
    this.publicKey = publicKey;
    this.token = token;
  }

  @Override
  public byte[] decrypt(byte[] encrypted, byte[] label) throws GeneralSecurityException {
    RawRsa rsa = new RawRsa();
    if (encrypted.length != rsa.getInputBlockSize()) {
      throw new GeneralSecurityException("not a block of this key");
    }
    OAEPEncoding oaep = new OAEPEncoding(rsa, new SHA256Digest(), new SHA256Digest(), label);
    oaep.init(
        false, new RSAKeyParameters(false, publicKey.getModulus(), publicKey.getPublicExponent()));
    try {
      return oaep.processBlock(encrypted, 0, encrypted.length);
    } catch (InvalidCipherTextException refused) {
      throw new GeneralSecurityException(refused);
    }
  }

  /** The bare operation in the token, in the form that the padding expects. */
  private final class RawRsa implements AsymmetricBlockCipher {
    @Override
    public void init(boolean forEncryption, CipherParameters parameters) {
      if (forEncryption) {
        throw new IllegalArgumentException("the token only decrypts");
      }
    }

    @Override
    public int getInputBlockSize() {
      return (publicKey.getModulus().bitLength() + 7) / 8;
    }

    @Override
    public int getOutputBlockSize() {
      return getInputBlockSize() - 1;
    }

    /** A well padded block starts with a zero byte, which the padding wants left out. */
    @Override
    public byte[] processBlock(byte[] in, int offset, int length)
        throws InvalidCipherTextException {
      try {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding", token);
        cipher.init(Cipher.DECRYPT_MODE, key);
        byte[] block = cipher.doFinal(in, offset, length);
        return block[0] == 0 ? Arrays.copyOfRange(block, 1, block.length) : block;
      } catch (GeneralSecurityException | ProviderException | DataLengthException refused) {
        throw new InvalidCipherTextException("the token refused", refused);
      }
    }
  }
}
