package io.zhenma.alert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Places for sending, of which no brand has more than half at a time: one brand's receivers that
 * hang so keep no other brand waiting. Brands that hold fewer come first, and among those the one
 * whose last turn is longest ago.
 */
final class Shares {
  private final int places;
  private final int most;
  private final Map<Long, Integer> held = new HashMap<>();
  private final Map<Long, Long> lastTurn = new HashMap<>();
  private int taken;
  private long turns;

  /**
   * @param places of all brands, at least one
   */
  Shares(int places) {
    this.places = Math.max(1, places);
    this.most = Math.max(1, places / 2);
  }

  /** Takes a place, if there is one for this brand. */
  synchronized boolean take(long brandId) {
    if (!isOpenTo(brandId)) {
      return false;
    }
    taken++;
    held.merge(brandId, 1, Integer::sum);
    lastTurn.put(brandId, ++turns);
    return true;
  }

  synchronized void giveBack(long brandId) {
    taken--;
    held.computeIfPresent(brandId, (brand, places) -> places > 1 ? places - 1 : null);
  }

  synchronized boolean isOpenTo(long brandId) {
    return taken < places && held.getOrDefault(brandId, 0) < most;
  }

  synchronized boolean isFull() {
    return taken >= places;
  }

  /** Whose turn it is first. */
  Comparator<Long> order() {
    Map<Long, Integer> heldNow;
    Map<Long, Long> turnsNow;
    synchronized (this) {
      heldNow = Map.copyOf(held);
      turnsNow = Map.copyOf(lastTurn);
    }
    return Comparator.<Long>comparingInt(brand -> heldNow.getOrDefault(brand, 0))
        .thenComparingLong(brand -> turnsNow.getOrDefault(brand, 0L));
  }
}
