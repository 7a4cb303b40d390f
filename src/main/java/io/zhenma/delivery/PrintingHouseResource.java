package io.zhenma.delivery;

import io.zhenma.problem.Page;
import io.zhenma.tenancy.ApprovalKind;
import io.zhenma.tenancy.ApprovalView;
import io.zhenma.tenancy.ApprovalWish;
import io.zhenma.tenancy.Approvals;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A brand's printing houses. */
@Path("/api/v1/printing-houses")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Deliveries")
class PrintingHouseResource {
  private static final int CREATED = 201;

  private final PrintingHouses houses;
  private final CurrentAccess current;
  private final Approvals approvals;

  PrintingHouseResource(PrintingHouses houses, CurrentAccess current, Approvals approvals) {
    this.approvals = approvals;
    this.houses = houses;
    this.current = current;
  }

  @GET
  public Page<PrintingHouseView> list(
      @RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
    return houses.page(current.brandId(), new Page.Request(page, size));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Register a printing house",
      description =
          "Certificate: PEM, or DER in base64; RSA of 2048 bits or more, or P-256 or P-384. From"
              + " then on the brand's codes leave only sealed. 202 with an approval where a second"
              + " person decides.")
  public Response create(@Valid @NotNull NewPrintingHouse wanted) {
    long brandId = current.brandId();
    long userId = current.userId();
    PrintingHouse house = houses.checked(brandId, wanted.name(), wanted.certificate());
    ApprovalWish wish =
        new ApprovalWish(
            ApprovalKind.HOUSE_REGISTRATION,
            "certificate:" + house.fingerprint,
            house.name,
            house.name + "\n" + wanted.certificate());
    return approvals
        .ask(brandId, userId, wish)
        .map(asked -> Response.accepted(asked).build())
        .orElseGet(
            () ->
                Response.status(CREATED)
                    .entity(houses.create(brandId, userId, wanted.name(), wanted.certificate()))
                    .build());
  }

  @POST
  @Path("/{id}/deactivation")
  @Transactional
  @Operation(
      summary = "Seal nothing for it any more",
      description = "202 with an approval where a second person decides.")
  public Response deactivate(@RestPath long id) {
    long brandId = current.brandId();
    PrintingHouse house = houses.require(brandId, id);
    Optional<ApprovalView> asked =
        house.active
            ? approvals.ask(
                brandId,
                current.userId(),
                new ApprovalWish(
                    ApprovalKind.HOUSE_DEACTIVATION,
                    "printing-house:" + id,
                    house.name,
                    Long.toString(id)))
            : Optional.empty();
    return asked
        .map(waiting -> Response.accepted(waiting).build())
        .orElseGet(() -> Response.ok(houses.deactivate(brandId, current.userId(), id)).build());
  }

  record NewPrintingHouse(@NotNull String name, @NotNull String certificate) {}
}
