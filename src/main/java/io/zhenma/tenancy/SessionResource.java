package io.zhenma.tenancy;

import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import io.zhenma.crypto.SessionToken;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out. */
@Path("/api/v1/session")
@Tag(name = "Session")
class SessionResource {
  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionViews views;
  private final SecondStep secondStep;
  private final CurrentAccess current;
  private final AuditLog audit;
  private final Caller caller;

  SessionResource(
      SignIn signIn,
      Sessions sessions,
      SessionViews views,
      SecondStep secondStep,
      CurrentAccess current,
      AuditLog audit,
      Caller caller) {
    this.caller = caller;
    this.signIn = signIn;
    this.sessions = sessions;
    this.views = views;
    this.secondStep = secondStep;
    this.current = current;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @Operation(
      summary = "Sign in",
      description = "Sets the session cookie and answers the anti-forgery token.")
  public Response signIn(@Valid @NotNull Credentials credentials) {
    Sessions.Opened opened =
        signIn.with(credentials.email(), credentials.password(), caller.origin());
    Access access = opened.access();
    // Whoever knows the password is seen, also when they have no code.
    String action = access.hold() == Hold.CODE ? "second-factor-asked" : "sign-in";
    audit.record(access.brandId(), access.userId(), action, "user:" + access.userId(), "");
    return Response.ok(views.of(opened)).cookie(caller.signedIn(opened)).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/second-factor")
  @Authenticated
  @Operation(
      summary = "Give the code of one's second factor",
      description =
          "The second step of signing in, for five minutes after the first: six digits of the app,"
              + " or a recovery code. The answer is as after signing in, with new cookies.")
  public Response prove(@Valid @NotNull OneCode wanted) {
    Sessions.Opened opened =
        secondStep.with(current.half(), current.token(), wanted.code(), caller.origin());
    return Response.ok(views.of(opened)).cookie(caller.signedIn(opened)).build();
  }

  @GET
  @Authenticated
  @Operation(summary = "Who is signed in")
  public SessionView session() {
    SessionToken token = current.token();
    Instant expiry = sessions.expiry(token);
    if (expiry == null) {
      throw new UnauthorizedException();
    }
    return views.of(current.half(), token.antiForgeryToken(), expiry);
  }

  @DELETE
  @Authenticated
  @Operation(summary = "Sign out")
  public Response signOut() {
    Access access = current.half();
    sessions.close(current.token());
    audit.record(access.brandId(), access.userId(), "sign-out", "user:" + access.userId(), "");
    return Response.noContent().cookie(caller.signedOut()).build();
  }

  /** What a person signs in with. */
  record Credentials(
      @NotNull @Size(min = 1, max = 190) String email,
      @NotNull @Size(min = 1, max = 400) String password) {
    @Override
    public String toString() {
      return "Credentials[hidden]";
    }
  }
}
