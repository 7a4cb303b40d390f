package io.zhenma.tenancy;

/** What a user may do. */
public enum Role {
  /** Brands and users of the whole platform; sees no brand's data. */
  PLATFORM_ADMIN,
  /** Everything of one brand: products, batches, labels, items, scans, customers and reports. */
  BRAND_OPERATOR,
  /** Customers and reports of one brand; reads products, batches and scans. */
  MARKETER;

  /** Names for annotations. */
  public static final String ADMIN = "PLATFORM_ADMIN";

  public static final String OPERATOR = "BRAND_OPERATOR";
  public static final String MARKETING = "MARKETER";

  boolean belongsToBrand() {
    return this != PLATFORM_ADMIN;
  }
}
