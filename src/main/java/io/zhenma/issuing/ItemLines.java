package io.zhenma.issuing;

import io.zhenma.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a list of a batch's items: a line an item number, {@code first-last}, a serial number or a
 * link, in the first cell. Empty lines and a heading are passed over.
 */
public final class ItemLines {
  private static final Set<String> HEADINGS =
      Set.of("item", "items", "code", "codes", "serial", "link", "url");

  private final BatchCodes codes;
  private final int most;
  private final LineRefusals refusals = new LineRefusals();

  /**
   * @param most lines that the list may have
   */
  public ItemLines(BatchCodes codes, int most) {
    this.codes = codes;
    this.most = most;
  }

  /** Takes a line that names items. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param line counted from 1
     * @param cells the line's; the first is the items'
     * @param refusals for what else is wrong with the line
     */
    void take(int line, int first, int last, String[] cells, LineRefusals refusals);
  }

  /**
   * Reads to the end.
   *
   * @return the lines that were refused, which the sink has not seen
   * @throws ProblemException when there is no line, or more than may be
   */
  public LineRefusals read(InputStream body, Sink sink) throws IOException {
    TextLines lines = new TextLines(body);
    int taken = 0;
    for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.text().isEmpty() || (taken == 0 && isHeading(line))) {
        continue;
      }
      if (++taken > most) {
        throw ProblemException.field("lines", "lines-too-many", most);
      }
      take(line, sink);
    }
    if (taken == 0) {
      throw ProblemException.field("lines", "lines-none");
    }
    return refusals;
  }

  private void take(TextLines.Line line, Sink sink) {
    if (line.tooLong()) {
      refusals.add(line.number(), CodeFault.TOO_LONG.key());
      return;
    }
    String[] cells = line.cells();
    BatchCodes.Found found = codes.find(cells[0]);
    if (found instanceof BatchCodes.Found.Items items) {
      sink.take(line.number(), items.first(), items.last(), cells, refusals);
    } else if (found instanceof BatchCodes.Found.Not not) {
      refusals.add(line.number(), not.fault().key());
    }
  }

  private static boolean isHeading(TextLines.Line line) {
    return HEADINGS.contains(line.cells()[0].toLowerCase(Locale.ROOT));
  }
}
