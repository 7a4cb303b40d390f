package io.zhenma.issuing;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/** Moves of uploaded lists: all of a list or nothing, with a reason for each line refused. */
@ApplicationScoped
class MoveLists {
  /** Bytes of a list. */
  static final long LARGEST = (long) MoveLists.MOST_LINES * TextLines.LONGEST;

  private static final int MOST_LINES = 100_000;

  private final ItemCodes codes;
  private final Moves moves;

  MoveLists(ItemCodes codes, Moves moves) {
    this.codes = codes;
    this.moves = moves;
  }

  /**
   * Moves the items of the list.
   *
   * @throws ProblemException validation for lines that name no item of the batch; illegal-move for
   *     items that may not go there
   */
  void move(Moves.Order order, BatchView batch, InputStream body) throws IOException {
    Lines lines = read(batch, body);
    moves.some(order, MoveScope.LIST, lines.items.build(), lines::refused);
  }

  /**
   * The items of the list.
   *
   * @throws ProblemException validation for lines that name no item of the batch
   */
  ItemSet items(BatchView batch, InputStream body) throws IOException {
    return read(batch, body).items.build();
  }

  private Lines read(BatchView batch, InputStream body) throws IOException {
    Lines lines = new Lines();
    LineRefusals refusals = new ItemLines(codes.of(batch), MOST_LINES, false).read(body, lines);
    if (!refusals.isEmpty()) {
      throw refusals.problem(ProblemType.VALIDATION);
    }
    return lines;
  }

  /** The items, and which line named which: a refusal names the line. */
  private static final class Lines implements ItemLines.Sink {
    private final ItemSetBuilder items = new ItemSetBuilder();
    private int[] numbers = new int[64];
    private int[] firsts = new int[64];
    private int[] lasts = new int[64];
    private int size;

    @Override
    public void take(int line, int first, int last, String state, LineRefusals refusals) {
      items.add(first, last);
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
        firsts = Arrays.copyOf(firsts, size * 2);
        lasts = Arrays.copyOf(lasts, size * 2);
      }
      numbers[size] = line;
      firsts[size] = first;
      lasts[size++] = last;
    }

    ProblemException refused(ItemStates.Move move) {
      LineRefusals refusals = new LineRefusals();
      for (int i = 0; i < size; i++) {
        ItemSet named = ItemSet.of(firsts[i], lasts[i]);
        for (Map.Entry<BatchState, ItemSet> part : move.refused().entrySet()) {
          ItemSet conflict = named.intersect(part.getValue());
          if (!conflict.isEmpty()) {
            refusals.add(
                numbers[i],
                "move-item-illegal",
                conflict.first(),
                part.getKey(),
                part.getKey().moves().toString());
          }
        }
      }
      return refusals.problem(ProblemType.ILLEGAL_MOVE);
    }
  }
}
