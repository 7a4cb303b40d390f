package io.zhenma.traffic;

import io.zhenma.gs1.Gtin;

/** Whose code was asked for, before anybody has looked whether there is such a brand. */
public sealed interface Target {
  /** The brand that has the GTIN now. */
  record OfProduct(Gtin gtin) implements Target {}

  /** A brand by its short name. */
  record OfBrand(String slug) implements Target {}
}
