package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
  @Test
  void latin1IsKept() {
    assertThat(PrintableText.of("Café (Lot\\7)", 40)).isEqualTo("Café (Lot\\7)");
  }

  @Test
  void wideFormsBecomeNarrowAndForeignAccentsGo() {
    assertThat(PrintableText.of("ＬＯＴ　１２３ Dvořák", 40)).isEqualTo("LOT 123 Dvorák");
  }

  @Test
  void whatTheFontLacksIsLeftOut() {
    assertThat(PrintableText.of("批次 A7 \uD83C\uDF75\uD800", 40)).isEqualTo("A7");
    assertThat(PrintableText.of("真码", 40)).isEmpty();
  }

  @Test
  void controlCharactersAndLineBreaksBecomeOneSpace() {
    assertThat(PrintableText.of("\tLOT\r\n\n7\u0000\u007f\u0085", 40)).isEqualTo("LOT 7");
  }

  @Test
  void whatDoesNotFitIsCut() {
    assertThat(PrintableText.of("ABCDE ".repeat(200_000), 6)).isEqualTo("ABCDE");
    assertThat(PrintableText.of("ABC", 0)).isEmpty();
  }
}
