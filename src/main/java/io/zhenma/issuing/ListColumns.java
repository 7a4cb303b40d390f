package io.zhenma.issuing;

import io.zhenma.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in which cell of a list's lines. Without a heading that is an item, and in some lists
 * a state behind it; a heading names further columns, as in files of codes that were made here.
 *
 * @param width cells that a line may have; more are refused, unless they are empty
 * @param items columns that name the line's items, all of them the same
 * @param state column of the state, or -1
 */
record ListColumns(int width, List<Integer> items, int state) {
  private static final Set<String> ITEMS =
      Set.of("item", "items", "code", "codes", "serial", "link", "url");
  private static final String STATE = "state";

  /** What people note for themselves, and which of an item's codes it is. */
  private static final Set<String> NOTES = Set.of("kind", "remark", "remarks", "note", "notes");

  static ListColumns usual(boolean withState) {
    return new ListColumns(withState ? 2 : 1, List.of(0), withState ? 1 : -1);
  }

  static boolean isHeading(TextLines.Line line) {
    return ITEMS.contains(name(line.cells()[0]));
  }

  /**
   * @throws ProblemException when it names a column that nobody knows here, or one twice
   */
  static ListColumns named(TextLines.Line heading, boolean withState) {
    List<String> names = Stream.of(heading.cells()).map(ListColumns::name).toList();
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean known = name.isEmpty() || NOTES.contains(name) || (withState && name.equals(STATE));
      if (ITEMS.contains(name)) {
        items.add(i);
      } else if (!known) {
        throw ProblemException.field("line " + heading.number(), "line-column", name);
      }
      if (!name.isEmpty() && names.indexOf(name) != i) {
        throw ProblemException.field("line " + heading.number(), "line-column", name);
      }
    }
    return new ListColumns(names.size(), List.copyOf(items), names.indexOf(STATE));
  }

  private static String name(String cell) {
    return cell.toLowerCase(Locale.ROOT);
  }

  boolean tooMany(String[] cells) {
    for (int i = width; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What a line says of its items beside the first cell that names them. */
  Stream<String> otherItems(String[] cells) {
    return items.stream()
        .skip(1)
        .filter(column -> column < cells.length)
        .map(column -> cells[column])
        .filter(cell -> !cell.isEmpty());
  }

  String state(String[] cells) {
    return state < 0 || state >= cells.length ? "" : cells[state];
  }
}
