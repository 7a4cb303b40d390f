package io.zhenma.tenancy;

import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

  UserResource(Users users, Sessions sessions, CurrentAccess current, AuditLog audit) {
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
  @ResponseStatus(201)
  @Transactional
  public UserView create(@Valid @NotNull NewUser wanted) {
    UserView user = users.get(users.create(wanted));
    audit.record(
        user.brandId(), current.userId(), "user-created", "user:" + user.id(), user.role().name());
    return user;
  }

  @PUT
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

  record Activity(@NotNull Boolean active) {}
}
