package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenCodesTest {
  @Property
  void tellsTheFirstLineOfEachAsAMapWould(
      @ForAll @Size(max = 3_000) List<@LongRange(min = -200, max = 200) Long> codes) {
    SeenCodes seen = new SeenCodes();
    Map<Long, Integer> expected = new HashMap<>();
    for (int line = 1; line <= codes.size(); line++) {
      Long code = codes.get(line - 1);
      Integer earlier = expected.putIfAbsent(code, line);
      assertThat(seen.put(hash(code, code), line)).isEqualTo(earlier == null ? 0 : earlier);
    }
  }

  @Test
  void growsAndKeepsWhatItKnows() {
    SeenCodes seen = new SeenCodes();
    for (int i = 1; i <= 200_000; i++) {
      assertThat(seen.put(hash(i * 31L, ~i), i)).isZero();
    }
    for (int i = 1; i <= 200_000; i++) {
      assertThat(seen.put(hash(i * 31L, ~i), 7)).isEqualTo(i);
    }
  }

  private static byte[] hash(long high, long low) {
    return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
  }
}
