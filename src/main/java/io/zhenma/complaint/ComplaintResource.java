package io.zhenma.complaint;

import io.zhenma.problem.FieldRule;
import io.zhenma.problem.Page;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What consumers told the brand. */
@Path("/api/v1/complaints")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Complaints")
class ComplaintResource {
  private static final int LONGEST_NOTE = 1_000;

  private final Complaints complaints;
  private final ManyComplaints many;
  private final CurrentAccess current;

  ComplaintResource(Complaints complaints, ManyComplaints many, CurrentAccess current) {
    this.complaints = complaints;
    this.many = many;
    this.current = current;
  }

  @GET
  @Operation(summary = "Complaints, newest first, without contacts")
  public Page<ComplaintView> list(
      @RestQuery Optional<ComplaintState> state,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size) {
    return complaints.page(current.brandId(), state.orElse(null), new Page.Request(page, size));
  }

  @GET
  @Path("/{reference}")
  @Operation(
      summary = "One complaint with its contact: all that is kept of it but the photo",
      description = "Written to the audit log.")
  public ComplaintView get(@RestPath String reference) {
    return complaints.view(current.brandId(), current.userId(), reference);
  }

  @GET
  @Path("/{reference}/photo")
  @Operation(summary = "Its photo, in JPEG", description = "Written to the audit log.")
  public Response photo(@RestPath String reference) {
    return Response.ok(complaints.photo(current.brandId(), current.userId(), reference))
        .type("image/jpeg")
        .build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{reference}")
  @Operation(summary = "Set state and note")
  public ComplaintView change(@RestPath String reference, @Valid @NotNull Change change) {
    return complaints.change(
        current.brandId(), current.userId(), reference, change.state(), change.checkedNote());
  }

  @DELETE
  @Path("/{reference}")
  @Operation(summary = "Erase it for good, when the person wishes so")
  public void erase(@RestPath String reference) {
    complaints.erase(current.brandId(), current.userId(), reference);
  }

  @POST
  @Path("/closures")
  @Operation(summary = "Close up to 200 complaints at once, all or none")
  public void close(@Valid @NotNull ManyComplaints.Chosen chosen) {
    many.close(current.brandId(), current.userId(), chosen);
  }

  @POST
  @Path("/erasures")
  @Operation(summary = "Erase up to 200 complaints for good, all or none")
  public void eraseMany(@Valid @NotNull ManyComplaints.Chosen chosen) {
    many.erase(current.brandId(), current.userId(), chosen);
  }

  /**
   * @param note of the brand's people; left out or blank for none
   */
  record Change(@NotNull ComplaintState state, @Nullable String note) {
    String checkedNote() {
      return note == null || note.isBlank() ? "" : FieldRule.lines("note", note, LONGEST_NOTE);
    }
  }
}
