package io.zhenma.evidence;

import io.zhenma.evidence.RulingBodies.Ruled;
import io.zhenma.evidence.RulingBodies.WantedRuling;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** What operators decide about one item. */
@Path("/api/v1/batches/{number}/items/{item}/rulings")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Evidence")
class RulingResource {
  private final RulingDesk desk;
  private final Dossiers dossiers;
  private final CurrentAccess current;

  RulingResource(RulingDesk desk, Dossiers dossiers, CurrentAccess current) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.current = current;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Decide about an item",
      description =
          "COPY_CONFIRMED: suspect for good. CLEARED: what was found counts no more, what comes"
              + " later does. VOIDED: the item is void, for good. The latest ruling holds.")
  public Ruled rule(@RestPath int number, @RestPath int item, @Valid @NotNull WantedRuling wanted)
      throws SQLException {
    OptionalInt seen = wanted.seen() == null ? OptionalInt.empty() : OptionalInt.of(wanted.seen());
    desk.rule(
        new RulingOrder(
            current.brandId(), current.userId(), number, item, wanted.kind(), wanted.note(), seen));
    return dossiers.ruled(current.brandId(), number, item);
  }
}
