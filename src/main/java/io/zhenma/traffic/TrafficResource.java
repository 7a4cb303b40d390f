package io.zhenma.traffic;

import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What of a brand's traffic were no people. */
@Path("/api/v1/traffic")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Overview")
class TrafficResource {
  private static final int MOST_DAYS = 366;

  private final TrafficRows rows;
  private final Brands brands;
  private final CurrentAccess current;

  TrafficResource(TrafficRows rows, Brands brands, CurrentAccess current) {
    this.rows = rows;
    this.brands = brands;
    this.current = current;
  }

  @GET
  @Operation(
      summary = "Previews, search engines, scanners and forged codes by day",
      description = "Counts are some seconds old. No person's scan is among them.")
  public Traffic get(@RestQuery @DefaultValue("30") int days) throws SQLException {
    if (days < 1 || days > MOST_DAYS) {
      throw ProblemException.field("days", "range", 1, MOST_DAYS);
    }
    BrandView brand = brands.get(current.brandId());
    LocalDate to = LocalDate.ofInstant(Instant.now(), brand.zone());
    LocalDate from = to.minusDays(days - 1L);
    return new Traffic(from, to, rows.read(brand.id(), from, to));
  }

  /** The days asked for, and what was counted on them. */
  record Traffic(LocalDate from, LocalDate to, List<Row> rows) {}

  /**
   * @param what {@code look}, {@code scan} or {@code forged}
   * @param kind of visitor; of forged codes the reason
   */
  record Row(LocalDate day, String what, String kind, long times) {}
}
