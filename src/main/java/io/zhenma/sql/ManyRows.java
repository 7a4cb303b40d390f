package io.zhenma.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement that writes many rows. Rows go in blocks of few sizes, so that some dozen prepared
 * statements serve every number of rows, in one or two blocks each.
 */
public final class ManyRows {
  private static final int LARGEST = 128;

  /** Sizes are numbers of so many significant bits: what a block leaves over is small. */
  private static final int SIGNIFICANT_BITS = 3;

  private final String[] bySize = new String[LARGEST + 1];
  private final boolean repeatable;

  private ManyRows(String head, int columns, String tail, boolean repeatable) {
    for (int size = 1; size <= LARGEST; size = next(size)) {
      bySize[size] = head + " " + Sql.rows(size, columns) + tail;
    }
    this.repeatable = repeatable;
  }

  /**
   * @param head up to and with VALUES
   * @param columns parameters a row
   * @param tail what follows the rows
   */
  public static ManyRows once(String head, int columns, String tail) {
    return new ManyRows(head, columns, tail, false);
  }

  /** The same for rows that may be written twice: the last one is repeated to fill a block. */
  public static ManyRows repeatable(String head, int columns, String tail) {
    return new ManyRows(head, columns, tail, true);
  }

  /** Sets the parameters of one row. */
  @FunctionalInterface
  public interface Binder<T> {
    void bind(Values values, T row) throws SQLException;
  }

  public <T> void write(PreparedSession session, List<T> rows, Binder<T> binder)
      throws SQLException {
    for (int from = 0; from < rows.size(); ) {
      int size = block(rows.size() - from);
      PreparedStatement statement = session.prepared(bySize[size]);
      Values values = new Values(statement);
      for (int i = from; i < from + size; i++) {
        binder.bind(values, rows.get(Math.min(i, rows.size() - 1)));
      }
      statement.executeUpdate();
      from += size;
    }
  }

  private int block(int rows) {
    int size = Math.min(LARGEST, rounded(rows));
    return repeatable && size < rows && size < LARGEST ? next(size) : size;
  }

  private static int rounded(int rows) {
    int unit = unit(rows);
    return rows / unit * unit;
  }

  private static int next(int size) {
    return size + unit(size);
  }

  private static int unit(int rows) {
    return Math.max(1, Integer.highestOneBit(rows) >> (SIGNIFICANT_BITS - 1));
  }
}
