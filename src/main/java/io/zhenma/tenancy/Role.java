package io.zhenma.tenancy;

/** What a user may do. */
public enum Role {
  /** Brands and users of the whole platform; sees no brand's data. */
  PLATFORM_ADMIN,
  /** Products, batches, labels, items and scans of one brand. */
  BRAND_OPERATOR,
  /** Customers and reports of one brand; reads products and batches. */
  MARKETER;

  /** Names for annotations. */
  public static final String ADMIN = "PLATFORM_ADMIN";

  public static final String OPERATOR = "BRAND_OPERATOR";
  public static final String MARKETING = "MARKETER";

  boolean belongsToBrand() {
    return this != PLATFORM_ADMIN;
  }
}
