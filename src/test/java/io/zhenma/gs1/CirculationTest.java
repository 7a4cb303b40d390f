package io.zhenma.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CirculationTest {
  @ParameterizedTest
  @CsvSource({
    "690123456789, GLOBAL",
    "952123454321, GLOBAL",
    "978000000000, GLOBAL",
    "001234567890, GLOBAL",
    "020000000001, RESTRICTED",
    "040000000001, RESTRICTED",
    "200000000001, RESTRICTED",
    "299999999999, RESTRICTED",
    "050000000001, COUPON",
    "980000000001, COUPON",
    "990000000001, COUPON",
    "951000000001, RESERVED",
    "0123456, RESTRICTED",
    "2123456, RESTRICTED",
    "9612345, GLOBAL"
  })
  void thePrefixSaysWhereANumberMeansSomething(String body, Circulation expected) {
    assertThat(Gtin.complete(body).circulation()).isEqualTo(expected);
  }

  @Property
  void aCaseOfAProductCirculatesWhereTheProductDoes(
      @ForAll @LongRange(min = 1_000_000_000L, max = 999_999_999_999L) long body,
      @ForAll @LongRange(min = 1, max = 9) long indicator) {
    String digits = "%012d".formatted(body);
    Circulation single = Gtin.complete(digits).circulation();

    assertThat(Gtin.complete(indicator + digits).circulation()).isEqualTo(single);
  }
}
