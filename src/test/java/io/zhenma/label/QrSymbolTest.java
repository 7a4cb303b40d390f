package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.EncodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Our encoder against ZXing: its reader reads ours, its encoder draws the same modules. */
class QrSymbolTest {
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  @Property(tries = 2_000)
  void zxingReadsWhateverWeWrite(
      @ForAll("texts") String text,
      @ForAll ErrorCorrection level,
      @ForAll @IntRange(min = -1, max = 7) int mask) {
    QrSymbol symbol = QrSymbol.of(text, level, mask);
    DecoderResult read = decode(symbol);

    assertThat(read.getText()).isEqualTo(text);
    assertThat(read.getECLevel()).isEqualTo(level.name());
  }

  @Property(tries = 1_000)
  void inOneModeTheModulesAreThoseOfZxing(
      @ForAll("textsOfOneMode") String text,
      @ForAll ErrorCorrection level,
      @ForAll @IntRange(min = 0, max = 7) int mask)
      throws WriterException {
    QRCode theirs =
        Encoder.encode(text, zxing(level), Map.of(EncodeHintType.QR_MASK_PATTERN, mask));
    QrSymbol ours = QrSymbol.of(text, level, mask);

    assertThat(ours.version()).isEqualTo(theirs.getVersion().getVersionNumber());
    assertSameModules(ours, theirs);
  }

  @Property(tries = 500)
  void theStandardsChoiceOfMaskIsThatOfZxing(
      @ForAll("textsOfOneMode") String text, @ForAll ErrorCorrection level) throws WriterException {
    QRCode theirs = Encoder.encode(text, zxing(level), Map.of());
    QrSymbol ours = QrSymbol.of(text, level, MaskChoice.STANDARD);

    assertThat(ours.mask()).isEqualTo(theirs.getMaskPattern());
    assertSameModules(ours, theirs);
  }

  @Test
  void everyVersionAtEveryLevelIsThatOfZxing() throws WriterException {
    for (int version = 1; version <= 40; version++) {
      for (ErrorCorrection level : ErrorCorrection.values()) {
        int capacity = QrVersion.dataCodewords(version, level) * 8;
        QrVersion.Range range =
            version <= 9
                ? QrVersion.Range.TO_9
                : version <= 26 ? QrVersion.Range.TO_26 : QrVersion.Range.TO_40;
        int letters = (capacity - 4 - QrMode.BYTE.countBits(range)) / 8;
        String text = "a".repeat(letters);
        QRCode theirs = Encoder.encode(text, zxing(level), Map.of());
        QrSymbol ours = QrSymbol.of(text, level, MaskChoice.STANDARD);

        assertThat(ours.version()).as("%d-%s", version, level).isEqualTo(version);
        assertSameModules(ours, theirs);
      }
    }
  }

  @Test
  void theTablesAreThoseOfZxing() {
    for (int number = 1; number <= 40; number++) {
      Version theirs = Version.getVersionForNumber(number);
      assertThat(QrVersion.codewords(number)).isEqualTo(theirs.getTotalCodewords());
      assertThat(QrVersion.alignmentCentres(number)).isEqualTo(theirs.getAlignmentPatternCenters());
      for (ErrorCorrection level : ErrorCorrection.values()) {
        Version.ECBlocks blocks = theirs.getECBlocksForLevel(zxing(level));
        assertThat(QrVersion.blocks(number, level)).isEqualTo(blocks.getNumBlocks());
        assertThat(QrVersion.correctingABlock(number, level))
            .isEqualTo(blocks.getECCodewordsPerBlock());
      }
    }
  }

  @Property(tries = 500)
  void noCutOfTheTextGivesASmallerSymbol(
      @ForAll("texts") String text, @ForAll ErrorCorrection level) throws WriterException {
    QRCode compact = Encoder.encode(text, zxing(level), Map.of(EncodeHintType.QR_COMPACT, true));

    assertThat(QrSymbol.of(text, level, 0).version())
        .isLessThanOrEqualTo(compact.getVersion().getVersionNumber());
  }

  @Test
  void aSignedLinkIsMostlyAlphanumeric() {
    String link = SampleLabels.signed(1).findFirst().orElseThrow().codes().get(0).link();
    QrSegmentation segments = QrSegmentation.of(link, ErrorCorrection.M);

    assertThat(segments.segments())
        .filteredOn(segment -> segment.mode() == QrMode.BYTE)
        .singleElement()
        .satisfies(bytes -> assertThat(link.substring(bytes.from(), bytes.to())).contains("?S="))
        .satisfies(bytes -> assertThat(bytes.length()).isLessThan(6));
    assertThat(segments.version()).isEqualTo(7);
    int bytes = QrMode.BYTE.bits(link.length(), QrVersion.Range.TO_9);
    assertThat(QrVersion.smallest(bytes, ErrorCorrection.M, QrVersion.Range.TO_9))
        .as("as bytes alone")
        .isEqualTo(9);
  }

  @Test
  void aCompactLinkIsOneSegment() {
    String link = SampleLabels.compact(1).findFirst().orElseThrow().codes().get(0).link();
    QrSegmentation segments = QrSegmentation.of(link, ErrorCorrection.M);

    assertThat(segments.segments())
        .containsExactly(new QrSegment(QrMode.ALPHANUMERIC, 0, link.length()));
    assertThat(QrSymbol.of(link, ErrorCorrection.M, MaskChoice.STANDARD).size()).isEqualTo(33);
    assertThat(QrSymbol.sizeOf(link, ErrorCorrection.M)).isEqualTo(33);
  }

  @Test
  void aTextOutsideAsciiIsRefused() {
    for (String text : new String[] {"", "真", "é", "\u0080"}) {
      assertThatThrownBy(() -> QrSymbol.of(text, ErrorCorrection.M, MaskChoice.STANDARD))
          .isInstanceOf(LabelException.class)
          .hasMessageContaining("label-link-characters");
    }
  }

  @Test
  void aTextLongerThanTheLargestVersionIsRefused() {
    String longest = "A".repeat(4296);
    assertThat(QrSymbol.of(longest, ErrorCorrection.L, MaskChoice.FIXED).version()).isEqualTo(40);
    assertThatThrownBy(() -> QrSymbol.of(longest + "A", ErrorCorrection.L, MaskChoice.FIXED))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("4297");
  }

  /** Runs of each kind of character, long enough that changing the mode pays off now and then. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(60);
    Arbitrary<String> letters =
        Arbitraries.strings().withChars(ALPHANUMERIC.toCharArray()).ofMinLength(1).ofMaxLength(60);
    Arbitrary<String> bytes =
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(40);
    return Arbitraries.oneOf(digits, letters, bytes)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> textsOfOneMode() {
    return Arbitraries.oneOf(
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(300),
        Arbitraries.strings()
            .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".toCharArray())
            .ofMinLength(1)
            .ofMaxLength(300),
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(300));
  }

  private static ErrorCorrectionLevel zxing(ErrorCorrection level) {
    return ErrorCorrectionLevel.valueOf(level.name());
  }

  private static void assertSameModules(QrSymbol ours, QRCode theirs) {
    assertThat(ours.size()).isEqualTo(theirs.getMatrix().getWidth());
    for (int row = 0; row < ours.size(); row++) {
      for (int column = 0; column < ours.size(); column++) {
        if (ours.isDark(column, row) != (theirs.getMatrix().get(column, row) == 1)) {
          throw new AssertionError("another module at column " + column + ", row " + row);
        }
      }
    }
  }

  private static DecoderResult decode(QrSymbol symbol) {
    BitMatrix bits = new BitMatrix(symbol.size());
    for (int row = 0; row < symbol.size(); row++) {
      for (int column = 0; column < symbol.size(); column++) {
        if (symbol.isDark(column, row)) {
          bits.set(column, row);
        }
      }
    }
    try {
      return new Decoder().decode(bits);
    } catch (ReaderException e) {
      throw new AssertionError("unreadable symbol of size " + symbol.size(), e);
    }
  }
}
