package io.zhenma.issuing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is noted of some items of a batch, as ranges: disjoint, and as few as there can be, since
 * neighbours with the same note become one. Immutable.
 *
 * @param <S> the notes
 */
public final class RangeMap<S extends Enum<S>> {
  private final Class<S> notes;
  private final Map<S, ItemSet> sets;

  private RangeMap(Class<S> notes, Map<S, ItemSet> sets) {
    this.notes = notes;
    this.sets = sets;
  }

  public static <S extends Enum<S>> RangeMap<S> empty(Class<S> notes) {
    return new RangeMap<>(notes, new EnumMap<>(notes));
  }

  /** Of ranges that don't overlap, in any order. */
  public static <S extends Enum<S>> RangeMap<S> of(Class<S> notes, Collection<Entry<S>> ranges) {
    Map<S, ItemSetBuilder> builders = new EnumMap<>(notes);
    for (Entry<S> range : ranges) {
      builders
          .computeIfAbsent(range.note(), note -> new ItemSetBuilder())
          .add(range.first(), range.last());
    }
    Map<S, ItemSet> sets = new EnumMap<>(notes);
    builders.forEach((note, builder) -> sets.put(note, builder.build()));
    return new RangeMap<>(notes, sets);
  }

  /** These items, whatever was noted of them, are {@code note} from now on. */
  public RangeMap<S> with(ItemSet items, S note) {
    Map<S, ItemSet> changed = cut(items);
    put(changed, note, changed.getOrDefault(note, ItemSet.EMPTY).union(items));
    return new RangeMap<>(notes, changed);
  }

  /** Nothing is noted of these items any more. */
  public RangeMap<S> without(ItemSet items) {
    return new RangeMap<>(notes, cut(items));
  }

  private Map<S, ItemSet> cut(ItemSet items) {
    Map<S, ItemSet> left = new EnumMap<>(notes);
    sets.forEach((note, set) -> put(left, note, set.minus(items)));
    return left;
  }

  private void put(Map<S, ItemSet> into, S note, ItemSet set) {
    if (set.isEmpty()) {
      into.remove(note);
    } else {
      into.put(note, set);
    }
  }

  /** What is noted of the item. */
  public Optional<S> at(int item) {
    return sets.entrySet().stream()
        .filter(entry -> entry.getValue().contains(item))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The items with this note. */
  public ItemSet items(S note) {
    return sets.getOrDefault(note, ItemSet.EMPTY);
  }

  /** The items with any note. */
  public ItemSet items() {
    return sets.values().stream().reduce(ItemSet.EMPTY, ItemSet::union);
  }

  public int rangeCount() {
    return sets.values().stream().mapToInt(ItemSet::rangeCount).sum();
  }

  /** The ranges in order. */
  public List<Entry<S>> ranges() {
    List<Entry<S>> all = new ArrayList<>(rangeCount());
    sets.forEach(
        (note, set) ->
            set.ranges().forEach(range -> all.add(new Entry<>(range.first(), range.last(), note))));
    all.sort(Comparator.comparingInt(Entry::first));
    return all;
  }

  /**
   * What must be removed and written for a table with the ranges of {@code before} to have ours.
   */
  Difference<S> since(RangeMap<S> before) {
    Map<Integer, Entry<S>> old = new HashMap<>();
    before.ranges().forEach(range -> old.put(range.first(), range));
    List<Entry<S>> written = new ArrayList<>();
    for (Entry<S> range : ranges()) {
      if (!range.equals(old.remove(range.first()))) {
        written.add(range);
      }
    }
    return new Difference<>(old.keySet().stream().sorted().toList(), written);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RangeMap<?> map && sets.equals(map.sets);
  }

  @Override
  public int hashCode() {
    return sets.hashCode();
  }

  @Override
  public String toString() {
    return sets.toString();
  }

  /** Items from {@code first} to {@code last}, both included, and what is noted of them. */
  public record Entry<S extends Enum<S>>(int first, int last, S note) {}

  /**
   * @param removed first items of ranges that no range starts with any more
   * @param written ranges that are new or end or say otherwise than before
   */
  record Difference<S extends Enum<S>>(List<Integer> removed, List<Entry<S>> written) {}
}
