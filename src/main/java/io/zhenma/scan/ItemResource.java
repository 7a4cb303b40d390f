package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeContent;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.ProductView;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.JournalEntry.ItemKey;
import io.zhenma.scan.ScanViews.ItemView;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import io.zhenma.verification.ItemHistory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private final Catalogue catalogue;
  private final BrandKeys keys;
  private final ScanSearch search;
  private final Arrival arrival;
  private final CurrentAccess current;

  ItemResource(
      AgroalDataSource database,
      Catalogue catalogue,
      BrandKeys keys,
      ScanSearch search,
      Arrival arrival,
      CurrentAccess current) {
    this.database = database;
    this.catalogue = catalogue;
    this.keys = keys;
    this.search = search;
    this.arrival = arrival;
    this.current = current;
  }

  @GET
  @Operation(summary = "History of an item", description = "By its link, or GTIN and serial.")
  public ItemView get(@RestQuery @NotNull String code) throws SQLException {
    long brandId = current.brandId();
    DigitalLink link = ScanResource.link(code);
    CodeContent content = content(brandId, link).orElseThrow(ItemResource::notFound);
    BatchView batch =
        catalogue
            .batch(brandId, content.batch())
            .filter(found -> found.product().gtin().equals(link.gtin().digits()))
            .filter(found -> content.item() < found.quantity())
            .orElseThrow(ItemResource::notFound);
    return view(link, content, batch, history(brandId, content));
  }

  private Optional<CodeContent> content(long brandId, DigitalLink link) {
    return catalogue
        .product(link.gtin())
        .map(ProductView::brandId)
        .filter(owner -> owner == brandId)
        .flatMap(owner -> keys.codeCipher(owner, link.serial().keyId()))
        .flatMap(cipher -> cipher.open(link.gtin(), link.serial()));
  }

  private ItemHistory history(long brandId, CodeContent content) throws SQLException {
    ItemKey item = new ItemKey(content.batch(), content.item());
    try (Connection connection = database.getConnection()) {
      return ItemHistories.read(connection, brandId, List.of(item))
          .getOrDefault(item, ItemHistory.NONE);
    }
  }

  private ItemView view(DigitalLink link, CodeContent content, BatchView batch, ItemHistory history)
      throws SQLException {
    Locale locale = arrival.language();
    var first = history.first();
    return new ItemView(
        link.gtin().digits(),
        batch.product().name(),
        link.serial().value(),
        content.kind().name(),
        content.batch(),
        content.item(),
        batch.state().name(),
        catalogue.itemState(batch, content.item()).state().name(),
        history.scans(),
        history.sessions(),
        history.devices(),
        first.map(ItemHistory.FirstCheck::at).orElse(null),
        first
            .map(check -> PlaceText.of(check.country(), check.province(), check.city(), locale))
            .orElse(null),
        history.suspicion().isPresent(),
        search.ofItem(batch.brandId(), content.batch(), content.item(), RECENT, locale));
  }

  private static ProblemException notFound() {
    return ProblemException.of(ProblemType.NOT_FOUND);
  }
}
