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
  private final GtinTransfers transfers;
  private final CurrentAccess current;

  GtinResource(GtinHolders holders, GtinTransfers transfers, CurrentAccess current) {
    this.holders = holders;
    this.transfers = transfers;
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

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/transfer")
  @Operation(
      summary = "Give a GTIN to another brand",
      description =
          "Codes that were issued stay valid under the brand that issued them; its drafts are"
              + " deleted. The other brand gets a product of the same name, category and shelf"
              + " life, whatever its company prefixes.")
  public void transfer(@RestPath String gtin, @Valid @NotNull Transfer wanted) {
    transfers.transfer(
        current.userId(),
        new GtinTransfers.Order(
            Issuing.gtin(gtin), wanted.fromBrandId(), wanted.toBrandId(), wanted.reason()));
  }

  record Release(@NotNull String reason) {}

  /**
   * @param fromBrandId who holds it, so that two administrators don't transfer it twice
   */
  record Transfer(@NotNull Long fromBrandId, @NotNull Long toBrandId, @NotNull String reason) {}
}
