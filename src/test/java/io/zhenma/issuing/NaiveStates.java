package io.zhenma.issuing;

import java.util.Arrays;

/** One state an item, and the rules in the plainest words. */
final class NaiveStates {
  static final int ITEMS = 60;

  private final BatchState[] states = new BatchState[ITEMS];

  NaiveStates() {
    Arrays.fill(states, BatchState.ISSUED);
  }

  BatchState at(int item) {
    return states[item];
  }

  /** Moves what may go there; answers how many did. */
  long some(int first, int last, BatchState to) {
    long moved = 0;
    for (int item = first; item <= last; item++) {
      if (states[item].canMoveTo(to)) {
        states[item] = to;
        moved++;
      }
    }
    return moved;
  }

  /**
   * @param batch the state of the batch as such: what was recalled for itself comes back for itself
   */
  long whole(BatchState to, BatchState batch) {
    long moved = 0;
    for (int item = 0; item < ITEMS; item++) {
      boolean recalledForItself =
          states[item] == BatchState.RECALLED && batch != BatchState.RECALLED;
      if (states[item].canMoveTo(to) && !(recalledForItself && to == BatchState.ACTIVE)) {
        states[item] = to;
        moved++;
      }
    }
    return moved;
  }

  long count(BatchState state) {
    return Arrays.stream(states).filter(state::equals).count();
  }

  /** Runs of neighbours with one state that is not the batch's. */
  long ranges(BatchState batch) {
    long ranges = 0;
    for (int item = 0; item < ITEMS; item++) {
      boolean starts = item == 0 || states[item - 1] != states[item];
      ranges += starts && states[item] != batch ? 1 : 0;
    }
    return ranges;
  }
}
