package io.zhenma.device;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a header in which a browser names its system and the maker its model, such as {@code
 * Android 9; HTC Butterfly 4 Build/PPR1}. Makers take any word for a model's name, so that no word
 * there tells a program.
 */
public final class ModelPart {
  private static final List<String> SYSTEMS = List.of("Android", "Windows Phone", "Tizen", "KAIOS");

  /** How the header of a browser begins, before the brackets that name its system. */
  private static final Pattern BROWSER = Pattern.compile("(?:Mozilla|Opera|Dalvik)/[0-9.]+ ?\\(");

  /** What stands after the model even where the brackets were taken out. */
  private static final String ENGINE = "AppleWebKit";

  /** After this word programs say who they are. */
  private static final String COMPATIBLE = "compatible;";

  private ModelPart() {}

  /** The header without that part; the header itself when it has none. */
  public static String without(String header) {
    int begin = -1;
    for (String system : SYSTEMS) {
      int at = header.indexOf(system);
      begin = at >= 0 && (begin < 0 || at < begin) ? at : begin;
    }
    return begin < 0 ? header : header.substring(0, begin) + header.substring(end(header, begin));
  }

  /** Without a browser's first brackets either, whatever system they name. */
  public static String withoutSystem(String header) {
    Matcher browser = BROWSER.matcher(header);
    return browser.lookingAt()
        ? without(header.substring(0, browser.end()) + header.substring(end(header, browser.end())))
        : without(header);
  }

  /** A model may have brackets of its own: {@code Moto G (5S) Plus}. */
  private static int end(String header, int begin) {
    int depth = 0;
    for (int i = begin; i < header.length(); i++) {
      char sign = header.charAt(i);
      if ((sign == ')' && depth-- == 0)
          || header.startsWith(ENGINE, i)
          || header.startsWith(COMPATIBLE, i)) {
        return i;
      }
      depth += sign == '(' ? 1 : 0;
    }
    return header.length();
  }
}
