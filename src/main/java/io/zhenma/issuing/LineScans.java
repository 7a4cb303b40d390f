package io.zhenma.issuing;

import io.zhenma.issuing.ItemCodes.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scans at a production line: each code moves its item, and has an answer of its own. */
@ApplicationScoped
class LineScans {
  private final ItemCodes codes;
  private final Moves moves;

  LineScans(ItemCodes codes, Moves moves) {
    this.codes = codes;
    this.moves = moves;
  }

  /**
   * Moves the items of these codes, of whatever batches. One transaction; batches are locked in the
   * order of their numbers.
   */
  @Transactional
  List<Answer> scan(long brandId, long userId, List<String> scanned, BatchState to, String reason) {
    String why = Moves.reason(reason);
    List<Found> found = scanned.stream().map(code -> codes.find(brandId, code)).toList();
    Map<Integer, ItemStates> before = new HashMap<>();
    itemsByBatch(found)
        .forEach(
            (batch, items) ->
                before.put(
                    batch,
                    moves.scanned(
                        new Moves.Order(brandId, userId, batch, to, why), items.build())));
    Answers answers = new Answers(to, before);
    return found.stream().map(answers::of).toList();
  }

  private static SortedMap<Integer, ItemSetBuilder> itemsByBatch(List<Found> found) {
    SortedMap<Integer, ItemSetBuilder> items = new TreeMap<>();
    for (Found one : found) {
      if (one instanceof Found.Item item) {
        items.computeIfAbsent(item.batch(), batch -> new ItemSetBuilder()).add(item.item());
      }
    }
    return items;
  }

  /** Tells the answers in order: the second scan of one code finds what the first did. */
  private static final class Answers {
    private final BatchState to;
    private final Map<Integer, ItemStates> before;
    private final Set<Found> moved = new HashSet<>();

    Answers(BatchState to, Map<Integer, ItemStates> before) {
      this.to = to;
      this.before = before;
    }

    Answer of(Found found) {
      if (found instanceof Found.Not not) {
        return new Answer(Outcome.UNKNOWN, null, null, null, not.fault().slug());
      }
      Found.Item item = (Found.Item) found;
      ItemStates states = before.get(item.batch());
      if (states == null) {
        throw new IllegalStateException("batch " + item.batch() + " was not asked");
      }
      BatchState state = states.at(item.item()).state();
      Outcome outcome = outcome(item, state);
      BatchState now = outcome == Outcome.REFUSED ? state : to;
      return new Answer(outcome, item.batch(), item.item(), now, null);
    }

    private Outcome outcome(Found.Item item, BatchState state) {
      if (state == to) {
        return Outcome.ALREADY;
      }
      if (!state.canMoveTo(to)) {
        return Outcome.REFUSED;
      }
      return moved.add(item) ? Outcome.MOVED : Outcome.ALREADY;
    }
  }

  /** What a scan did. */
  enum Outcome {
    /** The item went to the state that was asked for. */
    MOVED,
    /** It was there already. */
    ALREADY,
    /** It may not go there from its present state. */
    REFUSED,
    /** The code names no item of the brand that was issued. */
    UNKNOWN
  }

  /**
   * The answer to one code.
   *
   * @param state the item's from now on
   * @param fault why the code is unknown, see {@link CodeFault}
   */
  record Answer(
      Outcome outcome,
      @Nullable Integer batch,
      @Nullable Integer item,
      @Nullable BatchState state,
      @Nullable String fault) {}
}
