package io.zhenma.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeBodyTest {
  private static final LargeBody UPLOAD =
      new LargeBody("POST", Pattern.compile("/lists/[0-9]+"), "text/csv", 5);

  @ParameterizedTest
  @CsvSource({
    "POST, /lists/7, text/csv, true",
    "POST, /lists/7, Text/CSV; charset=UTF-8, true",
    "PUT, /lists/7, text/csv, false",
    "POST, /lists/7/more, text/csv, false",
    "POST, /lists/7, application/json, false",
    "POST, /lists/7, , false"
  })
  void onlyTheAddressItselfWithItsFormatTakesMore(
      String method, String path, String contentType, boolean takes) {
    assertThat(UPLOAD.takes(method, path, contentType)).isEqualTo(takes);
  }

  @Test
  void aLimitOfNothingIsNone() {
    assertThatThrownBy(() -> new LargeBody("POST", Pattern.compile("/"), "text/csv", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
