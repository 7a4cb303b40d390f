package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeContent;
import io.zhenma.foreign.ForeignLink;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.JournalEntry.ItemKey;
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
  private final Admissions admissions;
  private final Catalogue catalogue;
  private final ScanSearch search;
  private final Arrival arrival;
  private final CurrentAccess current;

  ItemResource(
      AgroalDataSource database,
      Admissions admissions,
      Catalogue catalogue,
      ScanSearch search,
      Arrival arrival,
      CurrentAccess current) {
    this.database = database;
    this.admissions = admissions;
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
    long brandId = current.brandId();
    Optional<Admission.Known> old = admissions.adopted(brandId, code);
    if (old.isPresent()) {
      return view(ForeignLink.parse(code).map(ForeignLink::code).orElse(code.strip()), old.get());
    }
    ScannedCode scanned = ScanResource.code(code);
    Admission.Known item =
        Optional.of(admissions.admit(scanned))
            .filter(Admission.Known.class::isInstance)
            .map(Admission.Known.class::cast)
            .filter(known -> known.brand().id() == brandId)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    return view(scanned.text(), item);
  }

  private ItemHistory history(long brandId, CodeContent content) throws SQLException {
    ItemKey item = new ItemKey(content.batch(), content.item());
    try (Connection connection = database.getConnection();
        JournalSession session = JournalSession.within(connection)) {
      return ItemHistories.read(session, brandId, List.of(item))
          .getOrDefault(item, ItemHistory.NONE);
    }
  }

  private ItemView view(String text, Admission.Known known) throws SQLException {
    BatchView batch = known.batch();
    CodeContent content = known.content();
    ItemHistory history = history(batch.brandId(), content);
    Locale locale = arrival.language();
    var first = history.first();
    return new ItemView(
        batch.product().gtin(),
        batch.product().name(),
        text,
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
        history.isSuspect(),
        search.ofItem(batch.brandId(), content.batch(), content.item(), RECENT, locale));
  }
}
