package io.zhenma.crypto;

import org.jspecify.annotations.Nullable;

/**
 * The platform's keystore is missing, cannot be opened or does not fit the database's keys. The
 * message is for the operator and holds no secret.
 */
public final class KeyVaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeyVaultException(String message) {
    this(message, null);
  }

  KeyVaultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
