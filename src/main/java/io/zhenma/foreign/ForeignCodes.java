package io.zhenma.foreign;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.AdoptedCodes;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up imported codes; each question is one indexed query. */
@ApplicationScoped
public class ForeignCodes implements AdoptedCodes {
  private static final String FIND =
      "SELECT c.code_hash, c.code, c.item_number, g.batch_number FROM foreign_code c"
          + " JOIN foreign_group g ON g.brand_id = c.brand_id AND g.import_id = c.import_id"
          + " AND g.group_number = c.group_number"
          + " WHERE c.brand_id = ? AND c.code_hash IN (?, ?) AND g.batch_number IS NOT NULL";

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
   * <p>A code that was imported as it stands goes before one that ignores case.
   */
  @Override
  public Optional<CodeContent> find(long brandId, String text) {
    String code =
        ForeignLink.parse(text)
            .filter(link -> link.brand().equals(brands.get(brandId).slug()))
            .map(ForeignLink::code)
            .orElse(text);
    ForeignCode exact;
    ForeignCode folded;
    try {
      exact = ForeignCode.parse(code, false);
      folded = ForeignCode.parse(code, true);
    } catch (ForeignCodeException none) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setLong(1, brandId);
      select.setBytes(2, exact.hash());
      select.setBytes(3, folded.hash());
      return Optional.ofNullable(best(select, exact, folded));
    } catch (SQLException failure) {
      throw new IllegalStateException("an imported code could not be looked up", failure);
    }
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

  /** The hash leads to the row, the text decides. */
  private static @Nullable CodeContent best(
      PreparedStatement select, ForeignCode exact, ForeignCode folded) throws SQLException {
    CodeContent found = null;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        boolean isExact = Arrays.equals(row.getBytes("code_hash"), exact.hash());
        String wanted = isExact ? exact.text() : folded.text();
        if (row.getString("code").equals(wanted) && (isExact || found == null)) {
          found =
              new CodeContent(
                  CodeKind.INNER, row.getInt("batch_number"), row.getInt("item_number"));
        }
      }
    }
    return found;
  }
}
