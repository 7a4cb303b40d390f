package io.zhenma.issuing;

import static io.zhenma.gs1.FuzzText.require;

import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeSuite;
import io.zhenma.crypto.SecretKey256;
import io.zhenma.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists of items as moves and printing houses' reports upload them, and the sets they become. */
public final class ItemLinesFuzz {
  private static final int QUANTITY = 1_000_000;
  private static final int MOST_LINES = 50;
  private static final BatchView BATCH =
      new BatchView(
          1,
          7,
          new ProductView(1, 1, "06901234567892", "Tea", "Tea", 100, null, null, Instant.EPOCH),
          QUANTITY,
          "L1",
          LocalDate.EPOCH,
          null,
          1,
          "https://zm.example.cn",
          CodeProfile.COMPACT,
          LinkParts.NONE,
          Set.of(),
          BatchState.ACTIVE,
          0,
          Instant.EPOCH,
          1);
  private static final BatchCodes CODES =
      new BatchCodes(
          BATCH,
          new CodeCipher(1, CodeSuite.AES_ED25519, SecretKey256.random()),
          code -> Optional.empty());

  private ItemLinesFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    List<Integer> lines = new ArrayList<>();
    ItemSetBuilder odd = new ItemSetBuilder();
    ItemSetBuilder even = new ItemSetBuilder();
    List<int[]> ranges = new ArrayList<>();
    try {
      new ItemLines(CODES, MOST_LINES, false)
          .read(
              new ByteArrayInputStream(data),
              (line, first, last, state, refusals) -> {
                require(lines.isEmpty() || line > lines.get(lines.size() - 1), "lines go up", line);
                require(0 <= first && first <= last && last < QUANTITY, "of the batch", first);
                require(state.isEmpty(), "no state", line);
                lines.add(line);
                ranges.add(new int[] {first, last});
                (line % 2 == 0 ? even : odd).add(first, last);
              });
    } catch (ProblemException refused) {
      require(refused.errors().get(0).key().startsWith("lines-"), "documented", refused.errors());
    }
    require(lines.size() <= MOST_LINES, "bounded", lines.size());
    sets(odd.build(), even.build(), ranges);
  }

  private static void sets(ItemSet odd, ItemSet even, List<int[]> ranges) {
    ItemSet all = odd.union(even);
    require(all.equals(even.union(odd)), "union has no order", all);
    require(all.minus(even).union(all.intersect(even)).equals(all), "parts make the whole", all);
    require(odd.minus(even).intersect(even).isEmpty(), "what was taken away is away", all);
    require(
        odd.count() + even.count() == all.count() + odd.intersect(even).count(),
        "counts add up",
        all);
    for (int[] range : ranges) {
      require(all.contains(range[0]) && all.contains(range[1]), "what was added is in", range[0]);
      require(
          all.countWithin(range[0], range[1]) == (long) range[1] - range[0] + 1,
          "counted whole",
          range[0]);
    }
    List<ItemRange> parts = all.ranges();
    for (int i = 1; i < parts.size(); i++) {
      require(parts.get(i - 1).last() + 1 < parts.get(i).first(), "ranges apart", all);
    }
  }
}
