package io.zhenma.issuing;

import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who has which GTIN, for the platform's administrators. */
@Path("/api/v1/gtins/{gtin}")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Brands")
class GtinResource {
  private final GtinHolders holders;
  private final CurrentAccess current;

  GtinResource(GtinHolders holders, CurrentAccess current) {
    this.holders = holders;
    this.current = current;
  }

  @GET
  @Operation(summary = "Which brand has a GTIN")
  public GtinHolders.Holder holder(@RestPath String gtin) {
    return holders.of(gtin);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/release")
  @Operation(
      summary = "Take a GTIN from its brand",
      description = "The product and its drafts are deleted. Not where codes of it were issued.")
  public void release(@RestPath String gtin, @Valid @NotNull Release wanted) {
    holders.release(gtin, current.userId(), wanted.reason());
  }

  record Release(@NotNull String reason) {}
}
