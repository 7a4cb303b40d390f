package io.zhenma.delivery;

import io.zhenma.problem.Page;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A brand's printing houses. */
@Path("/api/v1/printing-houses")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Deliveries")
class PrintingHouseResource {
  private final PrintingHouses houses;
  private final CurrentAccess current;

  PrintingHouseResource(PrintingHouses houses, CurrentAccess current) {
    this.houses = houses;
    this.current = current;
  }

  @GET
  public Page<PrintingHouseView> list(
      @RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
    return houses.page(current.brandId(), new Page.Request(page, size));
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      summary = "Register a printing house",
      description =
          "Certificate: PEM, or DER in base64; RSA of 2048 bits or more, or P-256 or P-384. From then"
              + " on the brand's codes leave only sealed.")
  public PrintingHouseView create(@Valid @NotNull NewPrintingHouse wanted) {
    return houses.create(current.brandId(), current.userId(), wanted.name(), wanted.certificate());
  }

  @POST
  @Path("/{id}/deactivation")
  @Operation(summary = "Seal nothing for it any more")
  public PrintingHouseView deactivate(@RestPath long id) {
    return houses.deactivate(current.brandId(), current.userId(), id);
  }

  record NewPrintingHouse(@NotNull String name, @NotNull String certificate) {}
}
