package io.zhenma.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds which of many texts occur in another one, in one pass over it whatever their number (Aho
 * and Corasick 1975). Knows ASCII; any other character ends every match. Immutable.
 */
final class LiteralFinder {
  private static final int ASCII = 128;

  /** From state times width plus class of a character to the next state. */
  private final int[] next;

  private final byte[] classes = new byte[ASCII];
  private final int width;

  /** The texts that end in a state, itself or by a shorter one; null where none does. */
  private final int[][] ends;

  LiteralFinder(List<String> texts) {
    int used = 0;
    for (String text : texts) {
      for (char sign : text.toCharArray()) {
        if (sign < ASCII && classes[sign] == 0) {
          classes[sign] = (byte) ++used;
        }
      }
    }
    width = used + 1;
    List<int[]> tree = new ArrayList<>(List.of(new int[width]));
    List<List<Integer>> found = new ArrayList<>(List.of(new ArrayList<>()));
    for (int i = 0; i < texts.size(); i++) {
      insert(tree, found, texts.get(i), i);
    }
    link(tree, found);
    next = new int[tree.size() * width];
    for (int state = 0; state < tree.size(); state++) {
      System.arraycopy(tree.get(state), 0, next, state * width, width);
    }
    ends = found.stream().map(LiteralFinder::sorted).toArray(int[][]::new);
  }

  private static int[] sorted(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private void insert(List<int[]> tree, List<List<Integer>> found, String text, int number) {
    int state = 0;
    for (char sign : text.toCharArray()) {
      int column = classes[sign];
      int child = tree.get(state)[column];
      if (child == 0) {
        child = tree.size();
        tree.add(new int[width]);
        found.add(new ArrayList<>());
        tree.get(state)[column] = child;
      }
      state = child;
    }
    found.get(state).add(number);
  }

  /** Breadth first: where a text goes on differently, the automaton falls to its longest suffix. */
  private void link(List<int[]> tree, List<List<Integer>> found) {
    int[] suffix = new int[tree.size()];
    Deque<Integer> waiting = new ArrayDeque<>();
    Arrays.stream(tree.get(0)).filter(child -> child != 0).forEach(waiting::add);
    while (!waiting.isEmpty()) {
      int state = waiting.remove();
      found.get(state).addAll(found.get(suffix[state]));
      for (int column = 1; column < width; column++) {
        int child = tree.get(state)[column];
        int fallback = tree.get(suffix[state])[column];
        if (child == 0) {
          tree.get(state)[column] = fallback;
        } else {
          suffix[child] = fallback;
          waiting.add(child);
        }
      }
    }
  }

  /** Numbers of the texts that occur among the first {@code longest} characters. */
  BitSet in(String header, int longest) {
    BitSet found = new BitSet();
    int state = 0;
    int end = Math.min(header.length(), longest);
    for (int i = 0; i < end; i++) {
      char sign = header.charAt(i);
      int column = sign < ASCII ? classes[sign] : 0;
      state = column == 0 ? 0 : next[state * width + column];
      for (int number : ends[state]) {
        found.set(number);
      }
    }
    return found;
  }
}
