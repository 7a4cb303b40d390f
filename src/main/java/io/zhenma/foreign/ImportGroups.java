package io.zhenma.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The groups of an import in the order in which they first appeared, and how many codes each has.
 */
final class ImportGroups {
  /** Most batches that one import makes. */
  static final int MOST = 1_000;

  private final Map<CodeGroup, Group> groups = new LinkedHashMap<>();

  /** A group and its size so far. */
  static final class Group {
    private final int number;
    private final CodeGroup of;
    private int quantity;

    private Group(int number, CodeGroup of) {
      this.number = number;
      this.of = of;
    }

    int number() {
      return number;
    }

    CodeGroup of() {
      return of;
    }

    int quantity() {
      return quantity;
    }
  }

  /**
   * Gives a row the next item number of its group.
   *
   * @throws ImportException when there are too many groups
   */
  ForeignRows.Placed place(ImportRow.Candidate row) throws ImportException {
    Group group = groups.get(row.group());
    if (group == null) {
      if (groups.size() == MOST) {
        throw new ImportException(
            ImportFailure.TOO_MANY_GROUPS, row.line(), String.format(Locale.ROOT, "%,d", MOST));
      }
      group = new Group(groups.size(), row.group());
      groups.put(row.group(), group);
    }
    return new ForeignRows.Placed(row, group.number, group.quantity++);
  }

  List<Group> all() {
    return new ArrayList<>(groups.values());
  }
}
