package io.zhenma.verification;

import java.util.Locale;

/** What a person is told about the item in their hand. */
public enum Outcome {
  /** Made by the brand, and nobody has checked it before. */
  GENUINE_FIRST,
  /** Made by the brand, checked before; an ordinary second look. */
  GENUINE_REPEAT,
  /** Made by the brand, but its history looks as if the code had been copied. */
  SUSPECT,
  /** Made by the brand, not on sale yet. */
  NOT_ACTIVE,
  /** Past its last day. */
  EXPIRED,
  /** Called back from the market. */
  RECALLED,
  /** Taken out by the brand, such as stolen labels. */
  VOID,
  /** Not a code that this platform made. */
  UNKNOWN;

  /** Such as {@code genuine-first}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
