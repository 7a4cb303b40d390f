package io.zhenma.alert;

import io.zhenma.problem.Page;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A brand's alerts. */
@Path("/api/v1/alerts")
@Tag(name = "Alerts")
class AlertResource {
  private final AlertDesk desk;
  private final CurrentAccess current;

  AlertResource(AlertDesk desk, CurrentAccess current) {
    this.desk = desk;
    this.current = current;
  }

  /**
   * @param note for colleagues; without one, what stood there stays
   */
  record Care(@Nullable String note) {
    String text() {
      return note == null ? "" : note;
    }
  }

  @GET
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  @Operation(summary = "Alerts, the last seen first")
  public Page<AlertView> list(
      @RestQuery @DefaultValue("false") boolean unresolved,
      @RestQuery @Nullable AlertState state,
      @RestQuery @Nullable AlertKind kind,
      @RestQuery @Nullable Severity severity,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size) {
    return desk.page(
        current.brandId(),
        new AlertDesk.Filter(unresolved, state, kind, severity),
        new Page.Request(page, size));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  public AlertView get(@RestPath long id) {
    return desk.get(current.brandId(), id);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}/acknowledgement")
  @RolesAllowed(Role.OPERATOR)
  @Operation(summary = "Say that somebody looks after it")
  public AlertView acknowledge(@RestPath long id, @Valid @NotNull Care care) {
    return desk.acknowledge(current.brandId(), current.userId(), id, care.text());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}/resolution")
  @RolesAllowed(Role.OPERATOR)
  @Operation(summary = "Close it", description = "What happens from then on opens another one.")
  public AlertView resolve(@RestPath long id, @Valid @NotNull Care care) {
    return desk.resolve(current.brandId(), current.userId(), id, care.text());
  }
}
