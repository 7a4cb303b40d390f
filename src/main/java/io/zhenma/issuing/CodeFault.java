package io.zhenma.issuing;

import java.util.Locale;

/** Why a text names no item; each has a message under {@code field.code-...}. */
public enum CodeFault {
  /** Neither a number, a range, a serial number nor a link. */
  MALFORMED,
  /** No key of the brand made it. */
  FORGED,
  /** It is of another product, or of another brand's. */
  OTHER_PRODUCT,
  OTHER_BATCH,
  /** The batch has fewer items. */
  NO_SUCH_ITEM,
  /** A range whose end is before its start. */
  BACKWARDS,
  TOO_LONG,
  /** Its batch is a draft, of which no code has left. */
  NOT_ISSUED;

  /** Such as {@code no-such-item}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The key of its message. */
  public String key() {
    return "code-" + slug();
  }
}
