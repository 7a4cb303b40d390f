package io.zhenma.label;

/**
 * A text as a QR symbol (ISO/IEC 18004:2015, model 2), of the smallest version that holds it,
 * without the quiet zone, which is the layout's to keep.
 *
 * <p>Beside the standard, nothing is consulted: {@link QrSegmentation} cuts the text, {@link
 * QrCodewords} adds the error correction, and the bits are flipped into a {@link QrFrame} that all
 * symbols of a version and level share. The tests hold it to ZXing, module by module. Safe for use
 * by several threads.
 */
public final class QrSymbol {
  /** Fewest light modules that must stay free on each side (ISO/IEC 18004, 5.3.8). */
  public static final int QUIET_ZONE = 4;

  private final int version;
  private final int mask;
  private final ModuleGrid modules;

  private QrSymbol(int version, int mask, ModuleGrid modules) {
    this.version = version;
    this.mask = mask;
    this.modules = modules;
  }

  /**
   * Encodes a text.
   *
   * @param text ASCII
   * @throws LabelException when it is empty, has other characters or is longer than version 40
   *     holds
   */
  public static QrSymbol of(String text, ErrorCorrection correction, MaskChoice choice) {
    return of(text, correction, choice == MaskChoice.FIXED ? MaskChoice.FIXED_MASK : -1);
  }

  /** With a given mask, 0 to 7; any other number stands for the standard's choice. */
  static QrSymbol of(String text, ErrorCorrection correction, int mask) {
    QrSegmentation segmentation = QrSegmentation.of(text, correction);
    int version = segmentation.version();
    QrFrame frame = QrFrame.of(version, correction);
    byte[] codewords = QrCodewords.of(text, segmentation, correction);
    if (mask >= 0 && mask < QrFrame.MASKS) {
      ModuleGrid modules = frame.masked(mask).copy();
      frame.flip(codewords, modules);
      return new QrSymbol(version, mask, modules);
    }
    ModuleGrid data = new ModuleGrid(QrVersion.size(version));
    frame.flip(codewords, data);
    return leastPenalty(version, frame, data);
  }

  /** Of masks with the same penalty, the first. */
  private static QrSymbol leastPenalty(int version, QrFrame frame, ModuleGrid data) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    ModuleGrid modules = data;
    for (int mask = 0; mask < QrFrame.MASKS; mask++) {
      ModuleGrid candidate = ModuleGrid.difference(frame.masked(mask), data);
      int penalty = MaskPenalty.of(candidate);
      if (penalty < least) {
        least = penalty;
        best = mask;
        modules = candidate;
      }
    }
    return new QrSymbol(version, best, modules);
  }

  /**
   * A symbol that another encoder made.
   *
   * @param mask 0 to 7
   */
  public static QrSymbol of(int version, int mask, Modules dark) {
    ModuleGrid modules = new ModuleGrid(QrVersion.size(version));
    for (int row = 0; row < modules.size(); row++) {
      for (int column = 0; column < modules.size(); column++) {
        modules.set(column, row, dark.at(column, row));
      }
    }
    return new QrSymbol(version, mask, modules);
  }

  /** Tells which modules of a symbol are dark; columns from the left, rows from the top. */
  @FunctionalInterface
  public interface Modules {
    boolean at(int column, int row);
  }

  /**
   * Side of the symbol that a text gets, in modules without quiet zone.
   *
   * @throws LabelException as {@link #of}
   */
  public static int sizeOf(String text, ErrorCorrection correction) {
    return QrVersion.size(QrSegmentation.of(text, correction).version());
  }

  /** 1 to 40. */
  public int version() {
    return version;
  }

  /** Number of the data mask, 0 to 7. */
  public int mask() {
    return mask;
  }

  /** Side in modules, without quiet zone: 21 to 177. */
  public int size() {
    return modules.size();
  }

  /**
   * Whether a module is dark.
   *
   * @param column 0 at the left
   * @param row 0 at the top
   */
  public boolean isDark(int column, int row) {
    return modules.isDark(column, row);
  }

  ModuleGrid modules() {
    return modules;
  }
}
