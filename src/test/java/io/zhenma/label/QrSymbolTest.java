package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QrSymbolTest {
  @Test
  void everySymbolReadsBackAsItsLink() {
    SampleLabels.stream(3)
        .limit(2_000)
        .map(Label::link)
        .forEach(
            link -> {
              for (ErrorCorrection correction : ErrorCorrection.values()) {
                DecoderResult read = decode(QrSymbol.of(link, correction));
                assertThat(read.getText()).isEqualTo(link);
                assertThat(read.getECLevel()).isEqualTo(correction.name());
              }
            });
  }

  @Test
  void aLinkUsesTheAlphanumericModeAndSoTheSmallerVersion() {
    String link = SampleLabels.list(1).get(0).link();
    QrSymbol symbol = QrSymbol.of(link, ErrorCorrection.M);

    assertThat(decode(symbol).getRawBytes()[0] >> 4).as("mode indicator").isEqualTo((byte) 0b0010);
    assertThat(symbol.version()).isEqualTo(4);
    assertThat(symbol.size()).isEqualTo(33);
  }

  @Test
  void theSizeIsKnownFromTheLengthAlone() {
    for (ErrorCorrection correction : ErrorCorrection.values()) {
      for (int length = 1; length < 600; length += 7) {
        assertThat(QrSymbol.sizeFor(length, correction))
            .as("%d characters at %s", length, correction)
            .isEqualTo(QrSymbol.of("A".repeat(length), correction).size());
      }
    }
  }

  @Test
  void aLinkInLowerCaseIsRefused() {
    assertThatThrownBy(() -> QrSymbol.of("https://zm.example.cn/", ErrorCorrection.M))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("alphanumeric");
  }

  @Test
  void aLinkLongerThanTheLargestVersionIsRefused() {
    String longest = "A".repeat(4296);
    assertThat(QrSymbol.of(longest, ErrorCorrection.L).version()).isEqualTo(40);
    assertThat(QrSymbol.sizeFor(4296, ErrorCorrection.L)).isEqualTo(177);
    assertThatThrownBy(() -> QrSymbol.of(longest + "A", ErrorCorrection.L))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("4297 characters");
    assertThatThrownBy(() -> QrSymbol.sizeFor(4297, ErrorCorrection.L))
        .isInstanceOf(LabelException.class);
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
    } catch (com.google.zxing.ReaderException e) {
      throw new AssertionError(
          "unreadable symbol of size " + symbol.size() + Arrays.toString(e.getStackTrace()), e);
    }
  }
}
