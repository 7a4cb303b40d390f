package io.zhenma.gs1;

import java.util.regex.Pattern;

/** What a scanner types, without what it puts in front of the code. */
public final class ScannerText {
  /** Symbology identifiers such as {@code ]Q1}. Source: ISO/IEC 15424, section 4. */
  private static final Pattern SYMBOLOGY = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");

  private ScannerText() {}

  /** The text without symbology identifier, and without what nobody sees at its ends. */
  public static String bare(String text) {
    return Unseen.trim(SYMBOLOGY.matcher(Unseen.trim(text)).replaceFirst(""));
  }
}
