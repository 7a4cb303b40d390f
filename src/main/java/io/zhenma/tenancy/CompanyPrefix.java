package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A GS1 company prefix: the first 4 to 12 of a GTIN's thirteen digits, a case's indicator digit
 * left out. A UPC prefix has a 0 before it; twelve digits that begin with 00000 are one GTIN-8.
 *
 * <p>Source: GS1 General Specifications, sections 1.4.2 and 1.4.3 (prefixes that are no company's).
 */
record CompanyPrefix(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{4,12}");
  private static final int LONGEST = 12;

  /** Restricted circulation, coupons, refunds, and what GS1 has not given out. */
  private static final List<String> NO_COMPANY = List.of("02", "04", "05", "2", "98", "99", "951");

  private static final String EIGHT = "00000";

  CompanyPrefix {
    if (!FORM.matcher(digits).matches()) {
      throw ProblemException.field("prefixes", "prefix-form");
    }
    boolean ofEight = digits.startsWith("0000");
    boolean oneOfEight = digits.startsWith(EIGHT) && digits.length() == LONGEST;
    if (NO_COMPANY.stream().anyMatch(digits::startsWith) || (ofEight && !oneOfEight)) {
      throw ProblemException.field("prefixes", "prefix-no-company", digits);
    }
  }

  boolean covers(CompanyPrefix other) {
    return other.digits.startsWith(digits);
  }
}
