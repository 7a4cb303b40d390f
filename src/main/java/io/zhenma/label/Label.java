package io.zhenma.label;

/**
 * What is printed for one item. A link or serial number that breaks the rules below is refused with
 * a {@link LabelException}.
 *
 * @param link the text of the QR code: characters of the QR alphanumeric mode (ISO/IEC 18004, table
 *     of alphanumeric values) except the space, so digits, capitals and {@code $%*+-./:}
 * @param serial 20 characters of strict Crockford base 32, printed under the code
 * @param caption a short text under the serial number, such as the lot; may be empty. What the
 *     label's font lacks is left out in print, never refused
 */
public record Label(String link, String serial, String caption) {
  private static final String LINK_MARKS = "$%*+-./:";
  private static final String SERIAL_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SERIAL_LENGTH = 20;
  private static final int GROUP = 5;

  /** Characters of the serial number as printed: four groups and the spaces between them. */
  static final int GROUPED_LENGTH = SERIAL_LENGTH + SERIAL_LENGTH / GROUP - 1;

  /** Characters of half of the printed serial number, two groups, for a narrow label. */
  static final int HALF_LENGTH = GROUPED_LENGTH / 2;

  public Label {
    if (link.isEmpty() || !link.chars().allMatch(Label::isLinkCharacter)) {
      throw new LabelException(
          "a label's link has digits, capital letters and " + LINK_MARKS + " only");
    }
    if (serial.length() != SERIAL_LENGTH
        || !serial.chars().allMatch(c -> SERIAL_ALPHABET.indexOf(c) >= 0)) {
      throw new LabelException(
          "a label's serial number has 20 digits and capital letters other than I, L, O and U");
    }
  }

  /** The serial number for people: four groups of five. */
  public String groupedSerial() {
    StringBuilder text = new StringBuilder(GROUPED_LENGTH);
    for (int i = 0; i < SERIAL_LENGTH; i += GROUP) {
      text.append(i == 0 ? "" : " ").append(serial, i, i + GROUP);
    }
    return text.toString();
  }

  private static boolean isLinkCharacter(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || LINK_MARKS.indexOf(c) >= 0;
  }
}
