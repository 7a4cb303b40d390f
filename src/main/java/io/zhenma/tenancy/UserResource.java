package io.zhenma.tenancy;

import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Users, for the platform's administrators. */
@Path("/api/v1/users")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Users")
class UserResource {
  private final Users users;
  private final Sessions sessions;
  private final CurrentAccess current;
  private final AuditLog audit;
  private final PasswordResets resets;
  private final SecondFactorResets secondFactors;

  UserResource(
      Users users,
      Sessions sessions,
      CurrentAccess current,
      AuditLog audit,
      PasswordResets resets,
      SecondFactorResets secondFactors) {
    this.secondFactors = secondFactors;
    this.resets = resets;
    this.users = users;
    this.sessions = sessions;
    this.current = current;
    this.audit = audit;
  }

  @GET
  public Page<UserView> list(
      @RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
    return users.page(new Page.Request(page, size));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Transactional
  public UserView create(@Valid @NotNull NewUser wanted) {
    UserView user = users.get(users.createToChange(wanted));
    audit.record(
        user.brandId(), current.userId(), "user-created", "user:" + user.id(), user.role().name());
    return user;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}/active")
  @Transactional
  public UserView setActive(@RestPath long id, @Valid @NotNull Activity wanted) {
    if (id == current.userId()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "active", "yourself");
    }
    UserView user = users.setActive(id, wanted.active());
    if (!user.active()) {
      sessions.closeAll(id);
    }
    String action = user.active() ? "user-activated" : "user-deactivated";
    audit.record(user.brandId(), current.userId(), action, "user:" + id, "");
    return user;
  }

  @POST
  @Path("/{id}/unlock")
  @Transactional
  @Operation(
      summary = "Let a user try anew",
      description = "Forgets wrong passwords that were sent with the user's e-mail.")
  public UserView unlock(@RestPath long id) {
    UserView user = users.unlock(id);
    audit.record(user.brandId(), current.userId(), "user-unlocked", "user:" + id, "");
    return user;
  }

  @POST
  @Path("/{id}/password-reset")
  @ResponseStatus(201)
  @Operation(
      summary = "Make a link for a new password",
      description = "Its token is told this once; it works once, until it expires.")
  public ResetLink resetPassword(@RestPath long id) {
    if (id == current.userId()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "reset-yourself");
    }
    PasswordResets.Issued issued = resets.issue(id, current.userId());
    return new ResetLink(
        issued.token(), "/console/#/new-password/" + issued.token(), issued.expiresAt());
  }

  @POST
  @Path("/{id}/second-factor-reset")
  @Operation(
      summary = "Take a lost second factor off a user",
      description =
          "Ends their sessions; they sign in with their password alone. Where one is demanded they"
              + " set up another then.")
  public UserView resetSecondFactor(@RestPath long id) {
    if (id == current.userId()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "second-factor-yourself");
    }
    return secondFactors.of(id, current.userId());
  }

  /**
   * @param path the console's page to choose a password, with the token behind the #, so that no
   *     server's log has it
   */
  record ResetLink(String token, String path, Instant expiresAt) {
    @Override
    public String toString() {
      return "ResetLink[hidden]";
    }
  }

  record Activity(@NotNull Boolean active) {}
}
