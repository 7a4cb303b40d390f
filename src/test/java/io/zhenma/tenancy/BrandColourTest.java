package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandColourTest {
  @Test
  void textOnAnyColourStandsOut() {
    for (int colour = 0; colour < 0x1000000; colour += 0x1357) {
      BrandColour brand = new BrandColour("#%06x".formatted(colour));
      assertThat(brand.contrast()).as(brand.hex()).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void onDarkColoursTextIsWhite() {
    assertThat(BrandColour.parse(" #C8102E ").ink()).isEqualTo("#ffffff");
    assertThat(new BrandColour("#ffd500").ink()).isEqualTo("#000000");
    assertThat(new BrandColour("#000000").contrast()).isEqualTo(21);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#fff", "#12345g", "#1234567", "#123456;background:url(x)"})
  void whatIsNoColourIsRefused(String typed) {
    assertThatThrownBy(() -> BrandColour.parse(typed)).isInstanceOf(ProblemException.class);
  }
}
