package io.zhenma.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("database")
class ManyRowsTest {
  private static final String HEAD = "INSERT INTO many (id, twice) VALUES";
  private static final ManyRows ONCE = ManyRows.once(HEAD, 2, "");
  private static final ManyRows REPEATABLE =
      ManyRows.repeatable(HEAD, 2, " ON DUPLICATE KEY UPDATE twice = VALUES(twice)");

  @Inject AgroalDataSource database;
  private PreparedSession session;

  @BeforeEach
  void createTable() throws SQLException {
    session = PreparedSession.open(database);
    execute("CREATE TEMPORARY TABLE many (id INT NOT NULL PRIMARY KEY, twice INT NOT NULL)");
  }

  @AfterEach
  void dropTable() throws SQLException {
    execute("DROP TEMPORARY TABLE many");
    session.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 11, 15, 25, 31, 63, 107, 127, 128, 129, 300})
  void writesEachRowOnce(int rows) throws SQLException {
    long before = statements();
    write(ONCE, rows);

    assertThat(stored()).containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
    assertThat(statements() - before).isLessThanOrEqualTo(3 + rows / 128L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 9, 25, 107, 127, 129, 300})
  void fillsABlockWithTheLastRow(int rows) throws SQLException {
    long before = statements();
    write(REPEATABLE, rows);

    assertThat(stored()).containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
    assertThat(statements() - before).isEqualTo((rows + 127) / 128);
  }

  private void write(ManyRows many, int rows) throws SQLException {
    List<Integer> ids = IntStream.range(0, rows).boxed().toList();
    many.write(session, ids, (values, id) -> values.add(id).add(2 * id));
  }

  private List<Integer> stored() throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT id, twice FROM many ORDER BY id")) {
      while (row.next()) {
        assertThat(row.getInt(2)).isEqualTo(2 * row.getInt(1));
        ids.add(row.getInt(1));
      }
    }
    return ids;
  }

  /** How many INSERT statements this session has run. */
  private long statements() throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_insert'")) {
      row.next();
      return row.getLong(2);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
