package io.zhenma.simulation;

import io.zhenma.simulation.Assortment.Fate;
import io.zhenma.simulation.Assortment.PlannedBatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which items were sold: each once, in no visible order. */
final class Stock {
  private static final double NEWEST_FIRST = 0.7;
  private static final double GOLDEN = 0.6180339887;
  private static final double[] ARTICLE_WEIGHTS =
      Dice.cumulative(
          Assortment.ARTICLES.stream().mapToDouble(Assortment.Article::weight).toArray());

  private final List<PlannedBatch> batches;
  private final Rhythm rhythm;
  private final long[] sold;

  Stock(List<PlannedBatch> batches, Rhythm rhythm) {
    this.batches = batches;
    this.rhythm = rhythm;
    this.sold = new long[batches.size()];
  }

  /** An item in somebody's hands. */
  record Item(int batch, int number) {}

  /** Sells an item of some article that is on sale then. */
  Item sell(Instant at, Dice dice) {
    LocalDate day = LocalDate.ofInstant(at, Rhythm.ZONE);
    for (; ; ) {
      int article = dice.pick(ARTICLE_WEIGHTS);
      List<PlannedBatch> offered =
          batches.stream()
              .filter(batch -> batch.article() == article && onSale(batch, day))
              .toList();
      if (!offered.isEmpty()) {
        boolean newest = dice.chance(NEWEST_FIRST);
        return next(offered.get(newest ? offered.size() - 1 : 0).index());
      }
    }
  }

  private boolean onSale(PlannedBatch batch, LocalDate day) {
    boolean begun = !day.isBefore(batch.onSaleOn());
    return switch (batch.fate()) {
      case SOLD -> begun;
      case EXPIRES, RECALLED -> begun && day.isBefore(rhythm.date(batch.turn()));
      case VOIDED, NOT_YET_ON_SALE -> false;
    };
  }

  /** The next item of the first batch with that fate. */
  Item nextOf(Fate fate) {
    return next(batchOf(batches.stream(), fate).index());
  }

  static PlannedBatch batchOf(Stream<PlannedBatch> batches, Fate fate) {
    return batches.filter(batch -> batch.fate() == fate).findFirst().orElseThrow();
  }

  private Item next(int batch) {
    long sellable = batches.get(batch).quantity() - Assortment.KEPT_BACK;
    long step = step(sellable);
    long number = Assortment.KEPT_BACK + sold[batch]++ % sellable * step % sellable;
    return new Item(batch, (int) number);
  }

  /** A step that visits every item once before it comes back to the first. */
  private static long step(long sellable) {
    long step = Math.max(1, Math.round(sellable * GOLDEN));
    while (gcd(step, sellable) != 1) {
      step++;
    }
    return step;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
