package io.zhenma.tenancy;

/** What kind of keystore holds the platform's key. */
public enum KeyStoreType {
  /** A file with a password. */
  PKCS12,
  /** A token that never gives the private key away, such as a hardware security module. */
  PKCS11;

  public KeyStoreType other() {
    return this == PKCS12 ? PKCS11 : PKCS12;
  }
}
