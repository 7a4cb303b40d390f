package io.zhenma.reconciliation;

import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How a batch adds up. */
@Path("/api/v1/batches/{number}/reconciliation")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Reconciliation")
class ReconciliationResource {
  private final Reconciliations reconciliations;
  private final CurrentAccess current;

  ReconciliationResource(Reconciliations reconciliations, CurrentAccess current) {
    this.reconciliations = reconciliations;
    this.current = current;
  }

  @GET
  @Operation(
      summary = "What became of a batch's items",
      description = "Items by stage, and what doesn't add up with the items concerned.")
  public Reconciliation.Body get(@RestPath int number) throws SQLException {
    return reconciliations.of(current.brandId(), number).body(number);
  }
}
