package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.ScanViews.ItemView;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import io.zhenma.verification.ItemHistory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What happened to one item of the brand. */
@Path("/api/v1/items")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Items")
class ItemResource {
  private static final int RECENT = 100;

  private final AgroalDataSource database;
  private final Items items;
  private final Catalogue catalogue;
  private final ScanSearch search;
  private final Arrival arrival;
  private final CurrentAccess current;

  ItemResource(
      AgroalDataSource database,
      Items items,
      Catalogue catalogue,
      ScanSearch search,
      Arrival arrival,
      CurrentAccess current) {
    this.database = database;
    this.items = items;
    this.catalogue = catalogue;
    this.search = search;
    this.arrival = arrival;
    this.current = current;
  }

  @GET
  @Operation(
      summary = "History of an item",
      description = "By its link, GTIN and serial, or the code of an earlier system.")
  public ItemView get(@RestQuery @NotNull String code) throws SQLException {
    return view(
        items
            .find(current.brandId(), code)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND)));
  }

  private ItemHistory history(BatchView batch, int item) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return ItemLedger.read(connection, batch.brandId(), batch.number(), item);
    }
  }

  private ItemView view(FoundItem found) throws SQLException {
    BatchView batch = found.batch();
    int item = found.item();
    ItemHistory history = history(batch, item);
    Locale locale = arrival.language();
    var first = history.first();
    return new ItemView(
        batch.product().gtin(),
        batch.product().name(),
        found.text(),
        found.kind().name(),
        batch.number(),
        item,
        batch.state().name(),
        catalogue.itemState(batch, item).state().name(),
        history.scans(),
        history.sessions(),
        history.devices(),
        first.map(ItemHistory.FirstCheck::at).orElse(null),
        first
            .map(check -> PlaceText.of(check.country(), check.province(), check.city(), locale))
            .orElse(null),
        history.isSuspect(),
        search.ofItem(batch.brandId(), batch.number(), item, RECENT, locale));
  }
}
