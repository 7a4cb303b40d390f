package io.zhenma.crypto;

/** Why a sealed file was not opened. */
public final class UnsealException extends Exception {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public enum Flaw {
    /** The file is no CMS EnvelopedData, or has no signature inside. */
    NOT_SEALED,
    /** It was sealed for somebody else's certificate. */
    WRONG_KEY,
    /** Somebody else signed it. */
    WRONG_SIGNER,
    /** It was cut short or changed on the way. */
    DAMAGED,
    /** What was given as a certificate is none. */
    NO_CERTIFICATE,
    /** No private key is in the file, or the passphrase is another. */
    NO_KEY
  }

  private final Flaw flaw;

  UnsealException(Flaw flaw) {
    super(flaw.name());
    this.flaw = flaw;
  }

  UnsealException(Flaw flaw, Throwable cause) {
    super(flaw.name(), cause);
    this.flaw = flaw;
  }

  public Flaw flaw() {
    return flaw;
  }
}
