package io.zhenma.issuing;

import io.zhenma.problem.Page;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A brand's batches and their life. */
@Path("/api/v1/batches")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Batches")
class BatchResource {
  private final Batches batches;
  private final Issuing issuing;
  private final BatchBodies bodies;
  private final CurrentAccess current;

  BatchResource(Batches batches, Issuing issuing, BatchBodies bodies, CurrentAccess current) {
    this.batches = batches;
    this.issuing = issuing;
    this.bodies = bodies;
    this.current = current;
  }

  @GET
  @Transactional
  public Page<BatchBody> list(
      @RestQuery Optional<String> gtin,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size) {
    Page.Request wanted = new Page.Request(page, size);
    Page<BatchView> found =
        batches.page(current.brandId(), gtin.filter(g -> !g.isBlank()).map(Issuing::gtin), wanted);
    return wanted.of(found.items().stream().map(this::body).toList(), found.total());
  }

  @GET
  @Path("/{number}")
  @Transactional
  public BatchBody get(@RestPath int number) {
    return body(batches.require(current.brandId(), number).view());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATOR)
  @ResponseStatus(201)
  public BatchBody create(@Valid @NotNull NewBatch wanted) {
    return body(issuing.createBatch(current.brandId(), current.userId(), wanted));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{number}")
  @RolesAllowed(Role.OPERATOR)
  @Operation(summary = "Change a draft")
  public BatchBody change(@RestPath int number, @Valid @NotNull BatchDetails details) {
    return body(issuing.changeDraft(current.brandId(), current.userId(), number, details));
  }

  @DELETE
  @Path("/{number}")
  @RolesAllowed(Role.OPERATOR)
  @Operation(summary = "Delete a draft")
  public void delete(@RestPath int number) {
    issuing.deleteDraft(current.brandId(), current.userId(), number);
  }

  private BatchBody body(BatchView batch) {
    return bodies.of(batch, current.has(Role.BRAND_OPERATOR));
  }
}
