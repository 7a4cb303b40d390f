package io.zhenma.page;

import java.util.Map;

/**
 * The form in which a consumer tells a brand what is wrong.
 *
 * @param brand the brand's name
 * @param code below the host, as it was scanned
 * @param scan the scan's id
 * @param typed what was typed so far, by the fields' names: boughtAt, message, contact
 * @param consented whether consent was given to keep the contact
 * @param faults slugs of what is wrong, by the fields' names; that of the whole under form
 */
public record ComplaintPage(
    String brand,
    String code,
    String scan,
    Map<String, String> typed,
    boolean consented,
    Map<String, String> faults) {

  public ComplaintPage {
    typed = Map.copyOf(typed);
    faults = Map.copyOf(faults);
  }

  /** Nothing typed yet. */
  public static ComplaintPage empty(String brand, String code, String scan) {
    return new ComplaintPage(brand, code, scan, Map.of(), false, Map.of());
  }

  /** The same with something wrong with the whole. */
  public ComplaintPage refused(String slug) {
    return new ComplaintPage(brand, code, scan, typed, consented, Map.of("form", slug));
  }
}
