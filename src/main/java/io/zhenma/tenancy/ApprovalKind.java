package io.zhenma.tenancy;

/** What one person alone may not do. */
public enum ApprovalKind {
  /** A new version of the keys; a brand has few. */
  KEY_ROTATION,
  /** Makes all codes of a version suspect. */
  KEY_REVOCATION,
  /** Lets whoever holds the certificate's key open deliveries. */
  HOUSE_REGISTRATION,
  /** Without an active printing house codes leave unsealed. */
  HOUSE_DEACTIVATION
}
