package io.zhenma.issuing;

import io.zhenma.crypto.CodeKind;
import io.zhenma.problem.Page;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
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
  private final Codes codes;
  private final Users users;
  private final CurrentAccess current;

  BatchResource(Batches batches, Issuing issuing, Codes codes, Users users, CurrentAccess current) {
    this.batches = batches;
    this.issuing = issuing;
    this.codes = codes;
    this.users = users;
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
  @RolesAllowed(Role.OPERATOR)
  @ResponseStatus(201)
  public BatchBody create(@Valid @NotNull NewBatch wanted) {
    return body(issuing.createBatch(current.brandId(), current.userId(), wanted));
  }

  @GET
  @Path("/{number}/moves")
  @Transactional
  public List<BatchBody.Move> moves(@RestPath int number) {
    batches.require(current.brandId(), number);
    return batches.moves(current.brandId(), number).stream()
        .map(move -> BatchBody.Move.of(move, users.name(move.userId)))
        .toList();
  }

  @POST
  @Path("/{number}/moves")
  @RolesAllowed(Role.OPERATOR)
  public BatchBody move(@RestPath int number, @Valid @NotNull WantedMove move) {
    return body(
        issuing.move(current.brandId(), current.userId(), number, move.to(), move.reason()));
  }

  private BatchBody body(BatchView batch) {
    boolean mayScan = current.has(Role.BRAND_OPERATOR);
    return BatchBody.of(
        batch,
        users.name(batch.createdBy()),
        mayScan ? codes.code(batch, CodeKind.INNER, 0).url() : null);
  }

  record WantedMove(@NotNull BatchState to, @NotNull String reason) {}
}
