package io.zhenma.report;

import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The first page of the console. */
@Path("/api/v1/overview")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Overview")
class OverviewResource {
  private final DailyScans daily;
  private final Brands brands;
  private final CurrentAccess current;

  OverviewResource(DailyScans daily, Brands brands, CurrentAccess current) {
    this.daily = daily;
    this.brands = brands;
    this.current = current;
  }

  @GET
  public Overview get() throws SQLException {
    BrandView brand = brands.get(current.brandId());
    return daily.overview(brand);
  }

  /** The brand's figures; {@code byDay} holds the last 30 days, the oldest first. */
  record Overview(
      long products,
      long batches,
      long items,
      long scans,
      long scansToday,
      long customers,
      long suspectScans,
      long genuineFirst,
      List<Day> byDay) {}

  record Day(LocalDate date, long scans, long genuineFirst, long suspect) {}
}
