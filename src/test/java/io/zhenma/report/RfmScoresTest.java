package io.zhenma.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.customer.Segment;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmScoresTest {
  @Test
  void ninePlainValuesFallIntoThreeEqualLevels() {
    Terciles terciles = Terciles.ofSorted(new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    assertThat(terciles).isEqualTo(new Terciles(3, 6));
    assertThat(terciles.level(3)).isEqualTo(1);
    assertThat(terciles.level(4)).isEqualTo(2);
    assertThat(terciles.level(7)).isEqualTo(3);
    assertThat(terciles.levelFromBelow(3)).isEqualTo(3);
    assertThat(terciles.levelFromBelow(9)).isEqualTo(1);
  }

  @Property
  void levelsRiseWithTheValueAndNoLevelHoldsMoreThanItsShareUnlessValuesAreEqual(
      @ForAll @Size(min = 1, max = 200) long @LongRange(min = 0, max = 1000) [] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    Terciles terciles = Terciles.ofSorted(sorted);

    for (int i = 1; i < sorted.length; i++) {
      assertThat(terciles.level(sorted[i])).isGreaterThanOrEqualTo(terciles.level(sorted[i - 1]));
    }
    long top = Arrays.stream(sorted).filter(value -> terciles.level(value) == 3).count();
    assertThat(top).isLessThanOrEqualTo(sorted.length / 3);
  }

  @Test
  void whereEverybodyIsEqualNobodyIsBetter() {
    Terciles terciles = Terciles.ofSorted(new long[] {1, 1, 1, 1});

    assertThat(terciles.level(1)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "3,3,3,KEY_VALUE",
    "3,2,2,KEY_VALUE",
    "2,2,2,GENERAL_KEEP",
    "1,3,1,GENERAL_KEEP",
    "1,2,1,GENERAL_WINBACK",
    "1,1,1,GENERAL_WINBACK"
  })
  void theSumOfTheScoresDecidesTheGroup(int r, int f, int m, Segment segment) {
    assertThat(Segment.of(r, f, m)).isEqualTo(segment);
  }
}
