package io.zhenma.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement that writes many rows. Rows go in blocks of powers of two, so that a handful of
 * prepared statements serves every number of rows.
 */
public final class ManyRows {
  private static final int LARGEST = 128;

  private final String[] bySize = new String[Integer.numberOfTrailingZeros(LARGEST) + 1];

  /**
   * @param head up to and with VALUES
   * @param columns parameters a row
   * @param tail what follows the rows
   */
  public ManyRows(String head, int columns, String tail) {
    for (int power = 0; power < bySize.length; power++) {
      bySize[power] = head + " " + Sql.rows(1 << power, columns) + tail;
    }
  }

  /** Sets the parameters of one row. */
  @FunctionalInterface
  public interface Binder<T> {
    void bind(Values values, T row) throws SQLException;
  }

  public <T> void write(PreparedSession session, List<T> rows, Binder<T> binder)
      throws SQLException {
    for (int from = 0; from < rows.size(); ) {
      int size = Math.min(LARGEST, Integer.highestOneBit(rows.size() - from));
      PreparedStatement statement = session.prepared(bySize[Integer.numberOfTrailingZeros(size)]);
      Values values = new Values(statement);
      for (T row : rows.subList(from, from + size)) {
        binder.bind(values, row);
      }
      statement.executeUpdate();
      from += size;
    }
  }
}
