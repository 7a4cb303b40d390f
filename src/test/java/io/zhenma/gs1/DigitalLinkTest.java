package io.zhenma.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalLinkTest {
  private static final Gtin GTIN = Gtin.parse("6901234567892");
  private static final SerialNumber SERIAL = new SerialNumber("17K3QHC4VTN8E2D5XWY6");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://ZM.EXAMPLE.CN/01/06901234567892/21/17K3QHC4VTN8E2D5XWY6",
        "https://zm.example.cn/01/06901234567892/21/17k3qhc4vtn8e2d5xwy6?utm=1#top",
        "/01/6901234567892/21/17K3Q-HC4VT-N8E2D-5XWY6",
        "06901234567892/17K3Q HC4VT N8E2D 5XWY6",
        "06901234567892/l7k3qhc4vtn8e2d5xwy6"
      })
  void whatAPersonOrAScannerSendsIsRead(String text) {
    assertThat(DigitalLink.parse(text)).isEqualTo(new DigitalLink(GTIN, SERIAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "https://zm.example.cn/",
        "/01/06901234567892",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWY",
        "/01/06901234567892/21/17K3QHC4VTN8E2D5XWYU",
        "/01/06901234567890/21/17K3QHC4VTN8E2D5XWY6",
        "javascript:alert(1)//01/06901234567892/21/17K3QHC4VTN8E2D5XWY6"
      })
  void whatIsNoLinkIsRefused(String text) {
    assertThatThrownBy(() -> DigitalLink.parse(text)).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void aLongTextIsRefusedWithoutBeingSearched() {
    assertThatThrownBy(() -> DigitalLink.parse("/01/".repeat(100_000)))
        .isInstanceOf(Gs1Exception.class);
  }

  @Test
  void thePrintedLinkIsUpperCaseForTheAlphanumericModeOfQr() {
    String link = new DigitalLink(GTIN, SERIAL).at("https://zm.example.cn");

    assertThat(link).matches("[0-9A-Z $%*+\\-./:]+").startsWith("HTTPS://ZM.EXAMPLE.CN/01/069");
  }

  @Property
  void aSerialNumberSurvivesBeingPrintedAndTyped(
      @ForAll @IntRange(max = 31) int keyId,
      @ForAll @Size(19) java.util.List<@IntRange(max = 31) Integer> digits) {
    byte[] body = new byte[19];
    for (int i = 0; i < body.length; i++) {
      body[i] = digits.get(i).byteValue();
    }
    SerialNumber serial = SerialNumber.of(keyId, body);

    assertThat(SerialNumber.parse(serial.grouped().toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(serial);
    assertThat(serial.keyId()).isEqualTo(keyId);
    assertThat(serial.body()).isEqualTo(body);
  }
}
