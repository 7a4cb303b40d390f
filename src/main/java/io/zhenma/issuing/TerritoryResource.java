package io.zhenma.issuing;

import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a batch may be sold. */
@Path("/api/v1/batches/{number}/sold-in")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Batches")
class TerritoryResource {
  private final Territories territories;
  private final BatchBodies bodies;
  private final CurrentAccess current;

  TerritoryResource(Territories territories, BatchBodies bodies, CurrentAccess current) {
    this.territories = territories;
    this.bodies = bodies;
    this.current = current;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change where a batch may be sold",
      description = "At any time; an empty list means everywhere. Verdicts already given stay.")
  public BatchBody change(@RestPath int number, @Valid @NotNull WantedTerritory wanted) {
    return bodies.of(
        territories.change(
            current.brandId(),
            current.userId(),
            number,
            Territory.wanted(wanted.soldIn()),
            wanted.note()),
        true);
  }

  /** A territory; {@code note} says why it changes. */
  record WantedTerritory(@NotNull List<@Nullable String> soldIn, @NotNull String note) {}
}
