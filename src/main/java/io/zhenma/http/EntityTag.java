package io.zhenma.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads If-None-Match headers (RFC 9110, section 13.1.2). */
public final class EntityTag {
  private static final String ANY = "*";
  private static final String WEAK = "W/";
  private static final int LONGEST = 4_000;
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

  private EntityTag() {}

  /**
   * Whether a client that sends this header has the content already; weak and strong tags are the
   * same for that.
   *
   * @param tag of the content, in its quotes, weak or strong
   * @param ifNoneMatch the header, or null for none
   */
  public static boolean isKnown(String tag, @Nullable String ifNoneMatch) {
    if (ifNoneMatch == null || ifNoneMatch.length() > LONGEST) {
      return false;
    }
    if (ifNoneMatch.strip().equals(ANY)) {
      return true;
    }
    String opaque = tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    Matcher tags = TAG.matcher(ifNoneMatch);
    while (tags.find()) {
      if (tags.group(1).equals(opaque)) {
        return true;
      }
    }
    return false;
  }
}
