package io.zhenma.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
  @ParameterizedTest
  @ValueSource(strings = {"96385074", "614141999996", "6901234567892", "09521234543213"})
  void everyLengthOfTheGeneralSpecificationsIsPaddedToFourteenDigits(String text) {
    Gtin gtin = Gtin.parse(text);

    assertThat(gtin.digits()).hasSize(14).endsWith(text);
  }

  @ParameterizedTest
  @CsvSource({
    "6901234567893, GTIN_CHECK_DIGIT",
    "690123456789, GTIN_CHECK_DIGIT",
    "69012345678, GTIN_LENGTH",
    "'', GTIN_LENGTH",
    "690123456789a, GTIN_CHARACTER",
    "６９０１２３４５６７８９２, GTIN_CHARACTER",
    "690 12345678, GTIN_CHARACTER"
  })
  void whatIsNoGtinIsRefusedForItsReason(String text, Gs1Error reason) {
    assertThatThrownBy(() -> Gtin.parse(text))
        .isInstanceOfSatisfying(
            Gs1Exception.class, refused -> assertThat(refused.error()).isEqualTo(reason));
  }

  @Property
  void anyOneWrongDigitIsNoticed(
      @ForAll @StringLength(13) @CharRange(from = '0', to = '9') String body,
      @ForAll @IntRange(max = 13) int place,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    String right = Gtin.complete(body).digits();
    char other = (char) ('0' + (right.charAt(place) - '0' + change) % 10);
    String wrong = right.substring(0, place) + other + right.substring(place + 1);

    assertThatThrownBy(() -> Gtin.parse(wrong)).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void aNumberWithoutCheckDigitIsCompleted() {
    assertThat(Gtin.complete("690123456789").digits()).isEqualTo("06901234567892");
  }
}
