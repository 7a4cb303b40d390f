package io.zhenma.tenancy;

import io.zhenma.problem.FieldRule;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What waits for a second person. */
@Path("/api/v1/approvals")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Approvals")
class ApprovalResource {
  private final Approvals approvals;
  private final CurrentAccess current;

  ApprovalResource(Approvals approvals, CurrentAccess current) {
    this.approvals = approvals;
    this.current = current;
  }

  @GET
  @Operation(
      summary = "What was asked for, newest first",
      description = "What follows a page is asked for with its \"next\" as \"before\".")
  public ApprovalView.Slice list(
      @RestQuery Optional<String> state,
      @RestQuery Optional<Long> before,
      @RestQuery @DefaultValue("50") int size) {
    FieldRule.range("size", size, 1, Page.MOST);
    Optional<ApprovalState> wanted =
        state.filter(text -> !text.isBlank()).map(ApprovalResource::state);
    return approvals.slice(current.brandId(), wanted, before, size);
  }

  @GET
  @Path("/{id}")
  public ApprovalView get(@RestPath long id) {
    return approvals.get(current.brandId(), id);
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed(Role.OPERATOR)
  @Operation(summary = "Let happen what another operator asked for")
  public ApprovalView confirm(@RestPath long id) {
    return approvals.confirm(current.brandId(), current.userId(), id);
  }

  @POST
  @Path("/{id}/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Stop it", description = "Everybody of the brand may.")
  public ApprovalView reject(@RestPath long id, @Valid @NotNull Rejection wanted) {
    String note = wanted.note();
    return approvals.reject(current.brandId(), current.userId(), id, note == null ? "" : note);
  }

  record Rejection(@Nullable String note) {}

  private static ApprovalState state(String name) {
    return Arrays.stream(ApprovalState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.field(
                    "state",
                    "kind",
                    Arrays.stream(ApprovalState.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }
}
