package io.zhenma.gs1;

/**
 * Where a GTIN means something, by its GS1 prefix.
 *
 * <p>Source: GS1 General Specifications, figures 1.4.3-1 (GS1 Prefix), 1.4.4-1 (GS1-8 Prefix) and
 * section 2.1.11 (restricted circulation numbers).
 */
public enum Circulation {
  /** Everywhere: one product in the world. */
  GLOBAL,
  /** Within a company or a region only: other companies use the same number for other things. */
  RESTRICTED,
  /** No product: coupons and refund receipts. */
  COUPON,
  /** A prefix that GS1 keeps for its own use or has not given out. */
  RESERVED
}
