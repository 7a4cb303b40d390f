package io.zhenma.label;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Labels as a batch would give them: one GTIN, serial numbers that look random. */
final class SampleLabels {
  static final DocumentStamp STAMP =
      new DocumentStamp("Batch 7", 7, Instant.parse("2026-01-02T03:04:05Z"));

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private SampleLabels() {}

  static Stream<Label> stream(long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> label(random));
  }

  static List<Label> list(int count) {
    return stream(1).limit(count).toList();
  }

  private static Label label(Random random) {
    StringBuilder serial = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      serial.append(ALPHABET.charAt(random.nextInt(32)));
    }
    return new Label(
        "HTTPS://ZM.EXAMPLE.CN/01/06901234567892/21/" + serial, serial.toString(), "LOT 2026-01-A");
  }
}
