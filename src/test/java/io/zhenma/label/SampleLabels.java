package io.zhenma.label;

import io.zhenma.crypto.CodeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Labels as a batch would give them: one GTIN, serial numbers that look random. */
final class SampleLabels {
  static final DocumentStamp STAMP =
      new DocumentStamp("Batch 7", 7, Instant.parse("2026-01-02T03:04:05Z"));
  static final String CHINESE = "茉莉花茶 250 克";

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String BASE = "HTTPS://ZM.EXAMPLE.CN/01/06901234567892/21/";

  private SampleLabels() {}

  /** Links of the compact profile, inner codes. */
  static Stream<Label> compact(long seed) {
    return stream(seed, false, CodeKind.INNER);
  }

  /** Links of the signed profile, inner codes. */
  static Stream<Label> signed(long seed) {
    return stream(seed, true, CodeKind.INNER);
  }

  /** Outer and inner code of each item. */
  static Stream<Label> both(long seed) {
    return stream(seed, false, CodeKind.OUTER, CodeKind.INNER);
  }

  private static Stream<Label> stream(long seed, boolean signed, CodeKind... kinds) {
    Random random = new Random(seed);
    int[] item = {0};
    return Stream.generate(
        () -> {
          List<Label.Code> codes =
              Stream.of(kinds).map(kind -> code(random, signed, kind)).toList();
          return new Label(
              item[0]++, codes, CHINESE, "2026-01-A", Optional.of(LocalDate.of(2027, 6, 30)));
        });
  }

  private static Label.Code code(Random random, boolean signed, CodeKind kind) {
    String serial = letters(random, 20);
    String link = BASE + serial + (signed ? "?S=" + letters(random, 103) : "");
    return new Label.Code(kind, link, serial);
  }

  private static String letters(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(ALPHABET.charAt(random.nextInt(32)));
    }
    return text.toString();
  }
}
