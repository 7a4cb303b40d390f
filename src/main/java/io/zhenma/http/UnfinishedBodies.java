package io.zhenma.http;

import io.zhenma.http.UnfinishedBody.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What bodies hold together. When there is no room, the oldest unfinished body of the block of
 * addresses that holds the most gives way: an honest body is there within a moment, and a slow
 * sender pushes out its own. Callable from any thread.
 */
final class UnfinishedBodies {
  private final Map<Share, Long> most;
  private final Map<Share, Long> mostOfBlock;
  private final Map<Share, Long> held = new EnumMap<>(Share.class);
  private final Map<String, Block> blocks = new HashMap<>();

  /**
   * @param most of each share, for all
   * @param mostOfBlock of each share, for one block of addresses
   */
  UnfinishedBodies(Map<Share, Long> most, Map<Share, Long> mostOfBlock) {
    this.most = Map.copyOf(most);
    this.mostOfBlock = Map.copyOf(mostOfBlock);
  }

  /** Takes a body in, if there is room or can be made. */
  synchronized Entry enter(UnfinishedBody body) {
    List<UnfinishedBody> dropped = new ArrayList<>();
    Block block = blocks.computeIfAbsent(body.block(), name -> new Block());
    for (Share share : body.cost().keySet()) {
      if (!makeRoom(block, share, body.of(share), dropped)) {
        forget(body.block(), block);
        return new Entry(false, dropped);
      }
    }
    blocks.put(body.block(), block);
    block.unfinished.add(body);
    change(block, body, share -> true, 1);
    return new Entry(true, dropped);
  }

  private boolean makeRoom(Block block, Share share, long cost, List<UnfinishedBody> dropped) {
    while (block.held(share) + cost > mostOfBlock.getOrDefault(share, 0L)) {
      if (!drop(block, share, dropped)) {
        return false;
      }
    }
    while (held.getOrDefault(share, 0L) + cost > most.getOrDefault(share, 0L)) {
      if (!drop(heaviest(share), share, dropped)) {
        return false;
      }
    }
    return true;
  }

  private boolean drop(Block block, Share share, List<UnfinishedBody> dropped) {
    Optional<UnfinishedBody> oldest =
        block.unfinished.stream().filter(body -> body.givesWay(share)).findFirst();
    oldest.ifPresent(
        body -> {
          remove(body);
          dropped.add(body);
        });
    return oldest.isPresent();
  }

  private Block heaviest(Share share) {
    return blocks.values().stream()
        .filter(block -> block.unfinished.stream().anyMatch(body -> body.givesWay(share)))
        .max(Comparator.comparingLong(block -> block.held(share)))
        .orElseGet(Block::new);
  }

  /** The whole body has come; what it holds until the answer it keeps. */
  synchronized void finished(UnfinishedBody body) {
    Block block = blocks.get(body.block());
    if (block != null && block.unfinished.remove(body)) {
      block.finished.add(body);
      change(block, body, Share::isUntilRead, -1);
    }
  }

  /** The request is over. */
  synchronized void remove(UnfinishedBody body) {
    Block block = blocks.get(body.block());
    if (block == null) {
      return;
    }
    if (block.unfinished.remove(body)) {
      change(block, body, share -> true, -1);
    } else if (block.finished.remove(body)) {
      change(block, body, share -> !share.isUntilRead(), -1);
    }
    forget(body.block(), block);
  }

  private void forget(String name, Block block) {
    if (block.unfinished.isEmpty() && block.finished.isEmpty()) {
      blocks.remove(name, block);
    }
  }

  /** All that are under way. */
  synchronized List<UnfinishedBody> underWay() {
    return blocks.values().stream().flatMap(block -> block.unfinished.stream()).toList();
  }

  /** How much is held of a share. */
  synchronized long held(Share share) {
    return held.getOrDefault(share, 0L);
  }

  private void change(Block block, UnfinishedBody body, Predicate<Share> which, int sign) {
    body.cost()
        .forEach(
            (share, cost) -> {
              if (which.test(share)) {
                held.merge(share, sign * cost, Long::sum);
                block.held.merge(share, sign * cost, Long::sum);
              }
            });
  }

  /**
   * What became of a newcomer.
   *
   * @param admitted whether it is in
   * @param dropped what gave way, which the caller must end
   */
  record Entry(boolean admitted, List<UnfinishedBody> dropped) {}

  private static final class Block {
    private final Set<UnfinishedBody> unfinished = new LinkedHashSet<>();
    private final Set<UnfinishedBody> finished = new LinkedHashSet<>();
    private final Map<Share, Long> held = new EnumMap<>(Share.class);

    long held(Share share) {
      return held.getOrDefault(share, 0L);
    }
  }
}
