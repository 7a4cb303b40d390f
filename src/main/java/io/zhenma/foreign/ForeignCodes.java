package io.zhenma.foreign;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.AdoptedCodes;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Looks up imported codes; each question is one indexed query. */
@ApplicationScoped
public class ForeignCodes implements AdoptedCodes {
  private static final String FIND =
      "SELECT c.code_hash, c.code, c.item_number, g.batch_number FROM foreign_code c"
          + " JOIN foreign_group g ON g.brand_id = c.brand_id AND g.import_id = c.import_id"
          + " AND g.group_number = c.group_number"
          + " WHERE c.brand_id = ? AND g.batch_number IS NOT NULL AND c.code_hash IN (";

  private static final String TEXT =
      "SELECT c.code FROM foreign_group g JOIN foreign_code c ON c.brand_id = g.brand_id"
          + " AND c.import_id = g.import_id AND c.group_number = g.group_number"
          + " WHERE g.brand_id = ? AND g.batch_number = ? AND c.item_number = ?";

  private final AgroalDataSource database;
  private final Brands brands;

  ForeignCodes(AgroalDataSource database, Brands brands) {
    this.database = database;
    this.brands = brands;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A code that was imported as it stands goes before one that ignores case, and both before
   * what the text may mean beside, see {@link ForeignSpellings}.
   */
  @Override
  public Optional<CodeContent> find(long brandId, String text) {
    String code =
        ForeignLink.parse(text)
            .filter(link -> link.brand().equals(brands.get(brandId).slug()))
            .map(ForeignLink::code)
            .orElse(text);
    List<Set<ForeignCode>> steps = ForeignSpellings.of(code);
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection()) {
      return best(steps, imported(connection, brandId, steps));
    } catch (SQLException failure) {
      throw new IllegalStateException("an imported code could not be looked up", failure);
    }
  }

  /** The hash leads to the row, the text decides. */
  private static Map<ForeignCode, CodeContent> imported(
      Connection connection, long brandId, List<Set<ForeignCode>> steps) throws SQLException {
    Map<ByteBuffer, ForeignCode> wanted = new LinkedHashMap<>();
    for (Set<ForeignCode> step : steps) {
      for (ForeignCode code : step) {
        wanted.put(ByteBuffer.wrap(code.hash()), code);
      }
    }
    String sql = FIND + "?, ".repeat(wanted.size() - 1) + "?)";
    Map<ForeignCode, CodeContent> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, brandId);
      int place = 2;
      for (ByteBuffer hash : wanted.keySet()) {
        select.setBytes(place++, hash.array());
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ForeignCode code = wanted.get(ByteBuffer.wrap(row.getBytes("code_hash")));
          if (code != null && code.text().equals(row.getString("code"))) {
            found.put(
                code,
                new CodeContent(
                    CodeKind.INNER, row.getInt("batch_number"), row.getInt("item_number")));
          }
        }
      }
    }
    return found;
  }

  /** Of the first step that has any; two different codes of one step are none. */
  private static Optional<CodeContent> best(
      List<Set<ForeignCode>> steps, Map<ForeignCode, CodeContent> imported) {
    for (Set<ForeignCode> step : steps) {
      List<CodeContent> here =
          step.stream().map(imported::get).filter(Objects::nonNull).distinct().toList();
      if (!here.isEmpty()) {
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The code that was printed on an item of an adopted batch. */
  public Optional<String> text(long brandId, int batch, int item) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(TEXT)) {
      select.setLong(1, brandId);
      select.setInt(2, batch);
      select.setInt(3, item);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("an imported code could not be looked up", failure);
    }
  }
}
