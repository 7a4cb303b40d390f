package io.zhenma.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
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
      @ForAll @LongRange(max = (1L << 45) - 1) long high,
      @ForAll @LongRange(max = (1L << 50) - 1) long low) {
    SerialNumber serial = SerialNumber.of(keyId, high, low);

    assertThat(SerialNumber.parse(serial.grouped().toLowerCase(Locale.ROOT))).isEqualTo(serial);
    assertThat(serial.keyId()).isEqualTo(keyId);
    assertThat(serial.high()).isEqualTo(high);
    assertThat(serial.low()).isEqualTo(low);
  }

  @Property
  void aLinkWithAllItsPartsSurvivesBeingPrintedAndScanned(
      @ForAll("lots") String lot,
      @ForAll @IntRange(min = -10_000, max = 40_000) int day,
      @ForAll @Size(LinkSignature.BYTES) byte[] signature) {
    DigitalLink link =
        new DigitalLink(
            GTIN,
            Optional.of(new Lot(lot)),
            SERIAL,
            Optional.of(ExpiryDate.of(LocalDate.ofEpochDay(day))),
            Optional.of(LinkSignature.of(signature)));

    assertThat(DigitalLink.parse(link.at("https://zm.example.cn"))).isEqualTo(link);
    assertThat(LinkSignature.parse(link.signature().get().text().toLowerCase(Locale.ROOT)).bytes())
        .isEqualTo(signature);
  }

  @Provide
  Arbitrary<String> lots() {
    return Arbitraries.strings()
        .withChars("ABCXYZabcxyz0189!\"%&'()*+,-./_:;<=>?")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  @Test
  void whatOthersAddToALinkIsTheirs() {
    assertThat(DigitalLink.parse("https://h/01/" + GTIN + "/21/" + SERIAL + "?from=timeline&x=1#a"))
        .isEqualTo(new DigitalLink(GTIN, SERIAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?17=261301", "?17=260230", "?17=2602", "?S=ABC", "?S="})
  void aWrongExpiryDateOrSignatureIsNoLink(String query) {
    assertThatThrownBy(() -> DigitalLink.parse("/01/" + GTIN + "/21/" + SERIAL + query))
        .isInstanceOf(Gs1Exception.class);
  }

  @Test
  void aSignatureHasOneTextOnly() {
    String text = LinkSignature.of(new byte[LinkSignature.BYTES]).text();

    assertThatThrownBy(() -> LinkSignature.parse(text.substring(1) + "1"))
        .isInstanceOf(Gs1Exception.class);
  }
}
