package io.zhenma.tenancy;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A person's own password and sessions. */
@Path("/api/v1/account")
@Authenticated
@Tag(name = "Account")
class AccountResource {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionViews views;
  private final CurrentAccess current;
  private final Caller caller;
  private final AuditLog audit;

  AccountResource(
      Accounts accounts,
      Sessions sessions,
      SessionViews views,
      CurrentAccess current,
      Caller caller,
      AuditLog audit) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.views = views;
    this.current = current;
    this.caller = caller;
    this.audit = audit;
  }

  @PUT
  @Path("/password")
  @Operation(
      summary = "Change one's password",
      description = "Ends all sessions; the answer holds a new one, as after signing in.")
  public Response changePassword(@Valid @NotNull Change wanted) {
    Sessions.Opened opened =
        accounts.change(
            current.access().userId(),
            current.token(),
            wanted.current(),
            wanted.wanted(),
            caller.origin());
    return Response.ok(views.of(opened)).cookie(caller.signedIn(opened)).build();
  }

  @GET
  @Path("/sessions")
  @Operation(summary = "Where one is signed in")
  public OwnSessions sessions() {
    return new OwnSessions(sessions.of(current.userId(), current.token()));
  }

  @DELETE
  @Path("/sessions")
  @Transactional
  @Operation(summary = "Sign out everywhere else")
  public void endOthers() {
    sessions.closeOthers(current.userId(), current.token());
    record("sessions-ended");
  }

  @DELETE
  @Path("/sessions/{id}")
  @Transactional
  @Operation(summary = "End one of one's sessions")
  public void end(@RestPath String id) {
    sessions.close(current.userId(), id);
    record("session-ended");
  }

  private void record(String action) {
    Access access = current.access();
    audit.record(access.brandId(), access.userId(), action, "user:" + access.userId(), "");
  }

  /** A new password, and the present one as a proof. */
  record Change(
      @NotNull @Size(min = 1, max = 400) String current,
      @NotNull @Size(min = 1, max = 400) String wanted) {
    @Override
    public String toString() {
      return "Change[hidden]";
    }
  }

  record OwnSessions(List<OwnSession> items) {}

  /**
   * A session of the person who asks.
   *
   * @param id tells it from their other ones
   * @param device browser and system, as they call themselves; "" when unknown
   * @param network the block of addresses that it was opened from; "" when unknown
   * @param current whether it is the one that asks
   */
  record OwnSession(
      String id,
      String device,
      String network,
      Instant createdAt,
      Instant lastUsedAt,
      boolean current) {}
}
