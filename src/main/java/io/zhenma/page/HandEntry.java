package io.zhenma.page;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed of a damaged label, and what is wrong with it. A brand's own codes of earlier
 * systems have one field, all others two.
 *
 * @param brand short name of the brand whose code of an earlier system is typed, or "" for a code
 *     of ours
 * @param code what was typed of the code, or ""
 * @param codeFault slug of what is wrong with it, or null
 * @param gtin what was typed of the product number, or ""
 * @param gtinFault slug of what is wrong with it, or null
 * @param ofUnreadLink whether a link that could not be read led here
 */
public record HandEntry(
    String brand,
    String code,
    @Nullable String codeFault,
    String gtin,
    @Nullable String gtinFault,
    boolean ofUnreadLink) {

  /** Nothing typed yet. */
  public static HandEntry empty(String brand, String gtin) {
    return new HandEntry(brand, "", null, gtin, null, false);
  }

  /** Nothing typed yet, since a link did not tell it. */
  public static HandEntry ofUnreadLink(String brand, String gtin) {
    return new HandEntry(brand, "", null, gtin, null, true);
  }

  /** Whether something is wrong. */
  public boolean isFaulty() {
    return codeFault != null || gtinFault != null;
  }
}
