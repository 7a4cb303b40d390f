package io.zhenma.evidence;

import io.zhenma.evidence.EvidenceViews.EvidenceView;
import io.zhenma.evidence.EvidenceViews.TimeLine;
import io.zhenma.problem.ReaderLocale;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What speaks for or against one item, suspect or not. */
@Path("/api/v1/batches/{number}/items/{item}/evidence")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Evidence")
class EvidenceResource {
  private final Dossiers dossiers;
  private final CurrentAccess current;

  EvidenceResource(Dossiers dossiers, CurrentAccess current) {
    this.dossiers = dossiers;
    this.current = current;
  }

  @GET
  @Operation(
      summary = "All that is known of an item",
      description = "Findings, rulings, devices, places, journeys, and its newest 500 scans.")
  public EvidenceView get(
      @RestPath int number,
      @RestPath int item,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    return dossiers.of(current.brandId(), number, item, ReaderLocale.of(language));
  }

  @GET
  @Path("/scans")
  @Operation(summary = "Older scans of an item", description = "Those before a time line's end.")
  public TimeLine older(
      @RestPath int number,
      @RestPath int item,
      @RestQuery @NotNull String before,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    LookCursor cursor = LookCursor.parse(before);
    return dossiers.older(current.brandId(), number, item, cursor, ReaderLocale.of(language));
  }
}
