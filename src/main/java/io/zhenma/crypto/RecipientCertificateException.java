package io.zhenma.crypto;

/** Why nothing can be sealed to a certificate. */
public final class RecipientCertificateException extends Exception {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Flaw {
    /** Neither PEM nor DER of an X.509 certificate. */
    NOT_A_CERTIFICATE,
    /** Somebody gave away a private key. */
    PRIVATE_KEY,
    /** A chain or bundle: which of them is meant can't be known. */
    SEVERAL,
    EXPIRED,
    NOT_YET_VALID,
    /** RSA below 2048 bits, a curve below 256. */
    WEAK_KEY,
    /** A kind of key or a curve that nothing here seals to. */
    UNKNOWN_KEY,
    /** Of an authority, for signing other certificates only. */
    AUTHORITY,
    /** Its issuer allows the key other uses only, such as signing. */
    USAGE
  }

  private final Flaw flaw;

  RecipientCertificateException(Flaw flaw) {
    super(flaw.name());
    this.flaw = flaw;
  }

  public Flaw flaw() {
    return flaw;
  }
}
