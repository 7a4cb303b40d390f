package io.zhenma.issuing;

import java.util.Locale;

/**
 * What a link proves by itself about who issued it, apart from the verdict on the item. A link
 * whose signature is wrong has no origin.
 */
public enum Origin {
  /** The platform knows the code; the link carries no signature, and should not. */
  UNSIGNED,
  /** The brand's key signed this very link: anybody can check that with its public key. */
  SIGNATURE_VALID,
  /** The batch's links are signed, but this one came without: typed by hand, for example. */
  SIGNATURE_LEFT_OUT;

  /** Such as {@code signature-valid}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
