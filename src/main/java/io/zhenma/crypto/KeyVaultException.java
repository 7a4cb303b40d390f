package io.zhenma.crypto;

/** The platform's keystore is missing, cannot be opened or does not fit the database's keys. */
public final class KeyVaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeyVaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
