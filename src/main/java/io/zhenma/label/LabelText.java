package io.zhenma.label;

/** What can stand on a label beside its code, in the order in which it is printed. */
public enum LabelText {
  /** Whether it is the outer or the inner code; always there where both stand side by side. */
  KIND,
  PRODUCT,
  SERIAL,
  /** On one line with the item number, if both are wanted. */
  LOT,
  EXPIRY,
  ITEM
}
