package io.zhenma.evidence;

import io.agroal.api.AgroalDataSource;
import io.zhenma.evidence.SuspectViews.SuspectView;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.scan.Items;
import io.zhenma.scan.PlaceText;
import io.zhenma.sql.Sql;
import io.zhenma.verification.Sightings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds items whose codes look copied. */
@ApplicationScoped
class Suspects {
  private final AgroalDataSource database;
  private final Catalogue catalogue;
  private final Items items;

  Suspects(AgroalDataSource database, Catalogue catalogue, Items items) {
    this.database = database;
    this.catalogue = catalogue;
    this.items = items;
  }

  SuspectViews.Slice find(SuspectQuery query, Locale locale) throws SQLException {
    SuspectQuery.Select select = query.select();
    try (Connection connection = database.getConnection()) {
      List<SuspectView> found =
          Sql.list(
              connection, select.sql(), select.values(), row -> view(query.brandId(), row, locale));
      boolean more = found.size() > query.size();
      List<SuspectView> page = more ? found.subList(0, query.size()) : found;
      return new SuspectViews.Slice(page, more ? page.get(page.size() - 1).cursor() : null);
    }
  }

  private SuspectView view(long brandId, ResultSet row, Locale locale) throws SQLException {
    BatchView batch = catalogue.batch(brandId, row.getInt("batch_number")).orElseThrow();
    int item = row.getInt("item_number");
    return new SuspectView(
        batch.product().gtin(),
        batch.product().name(),
        items.text(batch, item),
        batch.number(),
        item,
        row.getString("state"),
        instant(row, "since"),
        row.getInt("score"),
        Slugs.of(row.getString("reasons")),
        row.getInt("scans"),
        row.getInt("sessions"),
        Sightings.of(row.getBytes("sightings")).devices(),
        instant(row, "first_verified_at"),
        PlaceText.of(
            row.getString("first_country"),
            row.getString("first_province"),
            row.getString("first_city"),
            locale),
        instant(row, "ruled_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }
}
