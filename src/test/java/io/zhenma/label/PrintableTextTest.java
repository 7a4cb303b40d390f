package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrintableTextTest {
  @Test
  void lettersThatTheFontHasAreKept() {
    assertThat(printed("Café (Lot\\7) Жара")).isEqualTo("Café (Lot\\7) Жара");
  }

  @Test
  void wideFormsBecomeNarrow() {
    assertThat(printed("ＬＯＴ　１２３ Dvořák")).isEqualTo("LOT 123 Dvořák");
  }

  @Test
  void whatTheFontLacksIsLeftOut() {
    assertThat(printed("批次 A7 \uD83C\uDF75\uD800")).isEqualTo("A7");
    assertThat(printed("真码")).isEmpty();
  }

  @Test
  void controlCharactersAndLineBreaksBecomeOneSpace() {
    assertThat(printed("\tLOT\r\n\n7\u0000\u007f\u0085")).isEqualTo("LOT 7");
  }

  @Test
  void aLineALittleTooLongIsSetSmaller() {
    FittedText fitted = LabelFonts.latinOnly().fit("ABCDEFGH", 5);
    assertThat(fitted.scale()).isBetween(0.75, 0.99);
    assertThat(fitted.width()).isBetween(4.99, 5.0);
  }

  @Test
  void aLineMuchTooLongIsCut() {
    FittedText fitted = LabelFonts.latinOnly().fit("ABCDE ".repeat(200_000), 5);
    assertThat(text(fitted)).startsWith("ABCDE").endsWith("…").hasSizeLessThan(12);
    assertThat(fitted.width()).isLessThanOrEqualTo(5.0001);
    assertThat(text(LabelFonts.latinOnly().fit("ABC", 0))).isEmpty();
  }

  @Test
  void aSerialNumberOfAnyLengthIsBrokenIntoLines() {
    assertThat(SerialText.line("7K3QHC4VTN8E2D5XWY6B", 0, 1)).isEqualTo("7K3QH C4VTN 8E2D5 XWY6B");
    assertThat(SerialText.line("7K3QHC4VTN8E2D5XWY6B", 1, 2)).isEqualTo("8E2D5 XWY6B");
    assertThat(SerialText.line("A-17", 0, 2) + SerialText.line("A-17", 1, 2)).isEqualTo("A-17");
    assertThat(SerialText.line("", 0, 1)).isEmpty();
  }

  private static String printed(String text) {
    return text(LabelFonts.latinOnly().fit(text, 1_000));
  }

  private static String text(FittedText fitted) {
    return fitted.glyphs().stream()
        .map(glyph -> Character.toString(glyph.codePoint()))
        .collect(Collectors.joining());
  }
}
