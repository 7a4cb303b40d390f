package io.zhenma.gs1;

/**
 * What is wrong with a text that should be a GS1 key or link. Names are stable: the API shows them.
 */
public enum Gs1Error {
  GTIN_LENGTH,
  GTIN_CHARACTER,
  GTIN_CHECK_DIGIT,
  SERIAL_LENGTH,
  SERIAL_CHARACTER,
  LOT_SHAPE,
  EXPIRY_SHAPE,
  SIGNATURE_SHAPE,
  LINK_SHAPE
}
