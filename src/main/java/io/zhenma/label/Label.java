package io.zhenma.label;

import io.zhenma.crypto.CodeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is printed for one item.
 *
 * @param item its number, from 0
 * @param codes one, or the outer and the inner one
 * @param product its name, in any script; may be empty
 * @param lot may be empty
 * @param expires last day on which it is good, if there is one
 */
public record Label(
    long item, List<Code> codes, String product, String lot, Optional<LocalDate> expires) {

  /**
   * A code of an item.
   *
   * @param link the text of the QR code: ASCII without control characters
   * @param serial for people; may be empty
   */
  public record Code(CodeKind kind, String link, String serial) {
    public Code {
      for (int i = 0; i < link.length(); i++) {
        if (link.charAt(i) < ' ' || link.charAt(i) > '~') {
          throw LabelException.of("link", "label-link-characters");
        }
      }
      if (link.isEmpty()) {
        throw LabelException.of("link", "label-link-characters");
      }
    }
  }

  public Label {
    codes = List.copyOf(codes);
    if (codes.isEmpty() || codes.size() > 2) {
      throw new IllegalArgumentException("a label has one code or two");
    }
  }

  /** The same label with one of its codes. */
  Label with(Code code) {
    return new Label(item, List.of(code), product, lot, expires);
  }
}
