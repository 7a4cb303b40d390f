package io.zhenma.crypto;

/** A signature that the key at hand did not make over the text at hand. */
public final class BadSignatureException extends Exception {
  private static final long serialVersionUID = 1;

  BadSignatureException() {
    super("the signature is not of this key over this text");
  }
}
