package io.zhenma.issuing;

import io.zhenma.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a list of a batch's items: a line an item number, {@code first-last}, a serial number or a
 * link, in the first cell, and where the list may have it a state in the second. A heading may name
 * further columns, see {@link ListColumns}. A line with a cell that nobody understands is refused:
 * {@code 1,000} is not item 1. Empty lines are passed over.
 */
public final class ItemLines {
  private final BatchCodes codes;
  private final int most;
  private final boolean withState;
  private final LineRefusals refusals = new LineRefusals();

  /**
   * @param most lines that the list may have
   * @param withState whether a line may have a state in its second cell
   */
  public ItemLines(BatchCodes codes, int most, boolean withState) {
    this.codes = codes;
    this.most = most;
    this.withState = withState;
  }

  /** Takes a line that names items. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param line counted from 1
     * @param state the line's, or ""
     * @param refusals for what else is wrong with the line
     */
    void take(int line, int first, int last, String state, LineRefusals refusals);
  }

  /**
   * Reads to the end.
   *
   * @return the lines that were refused, which the sink has not seen
   * @throws ProblemException when there is no line, or more than may be
   */
  public LineRefusals read(InputStream body, Sink sink) throws IOException {
    TextLines lines = new TextLines(body);
    ListColumns columns = ListColumns.usual(withState);
    int seen = 0;
    int taken = 0;
    for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.text().isEmpty()) {
        continue;
      }
      if (seen++ == 0 && ListColumns.isHeading(line)) {
        columns = ListColumns.named(line, withState);
        continue;
      }
      if (++taken > most) {
        throw ProblemException.field("lines", "lines-too-many", most);
      }
      take(line, columns, sink);
    }
    if (taken == 0) {
      throw ProblemException.field("lines", "lines-none");
    }
    return refusals;
  }

  private void take(TextLines.Line line, ListColumns columns, Sink sink) {
    if (line.tooLong()) {
      refusals.add(line.number(), CodeFault.TOO_LONG.key());
      return;
    }
    String[] cells = line.cells();
    if (columns.tooMany(cells)) {
      refusals.add(line.number(), "line-cells", cells.length, columns.width());
      return;
    }
    BatchCodes.Found found = codes.find(cells[columns.items().get(0)]);
    if (found instanceof BatchCodes.Found.Items items) {
      if (columns.otherItems(cells).map(codes::find).allMatch(items::equals)) {
        sink.take(line.number(), items.first(), items.last(), columns.state(cells), refusals);
      } else {
        refusals.add(line.number(), "line-differs");
      }
    } else if (found instanceof BatchCodes.Found.Not not) {
      refusals.add(line.number(), not.fault().key());
    }
  }
}
