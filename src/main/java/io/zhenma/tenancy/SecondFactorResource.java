package io.zhenma.tenancy;

import io.quarkus.security.Authenticated;
import io.zhenma.crypto.OneTimeCodes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** A person's own second factor. Also for those who may do nothing before they have one. */
@Path("/api/v1/account/second-factor")
@Authenticated
@Tag(name = "Account")
class SecondFactorResource {
  private final OwnSecondFactor own;
  private final SecondFactors factors;
  private final RecoveryCodes recoveries;
  private final SecondFactorConfig config;
  private final Users users;
  private final Holds holds;
  private final SessionViews views;
  private final CurrentAccess current;
  private final Caller caller;

  SecondFactorResource(
      OwnSecondFactor own,
      SecondFactors factors,
      RecoveryCodes recoveries,
      SecondFactorConfig config,
      Users users,
      Holds holds,
      SessionViews views,
      CurrentAccess current,
      Caller caller) {
    this.own = own;
    this.factors = factors;
    this.recoveries = recoveries;
    this.config = config;
    this.users = users;
    this.holds = holds;
    this.views = views;
    this.current = current;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Whether one has a second factor")
  public State state() {
    long userId = current.enrolling().userId();
    @Nullable Instant since = factors.since(userId).orElse(null);
    return new State(
        since != null, since, recoveries.left(userId), holds.demands(users.require(userId)));
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      summary = "Begin to set up a second factor",
      description =
          "Asks the password. Tells the secret for an app, this once; it counts after a code of it"
              + " came by PUT, within half an hour.")
  public Enrolment start(@Valid @NotNull Password wanted) {
    Access access = current.enrolling();
    OneTimeCodes fresh = own.start(access.userId(), wanted.password());
    String uri = fresh.uri(config.issuer(), access.email());
    return new Enrolment(fresh.text(), uri, QrPath.of(uri));
  }

  @PUT
  @Operation(
      summary = "Switch the second factor on",
      description =
          "With a code of the app. Ends all sessions; the answer holds a new one, as after signing"
              + " in, and the recovery codes, this once.")
  public Response confirm(@Valid @NotNull OneCode wanted) {
    OwnSecondFactor.Confirmed confirmed =
        own.confirm(current.enrolling().userId(), current.token(), wanted.code(), caller.origin());
    Sessions.Opened opened = confirmed.opened();
    return Response.ok(new Confirmation(views.of(opened), confirmed.recoveryCodes()))
        .cookie(caller.signedIn(opened))
        .build();
  }

  @POST
  @Path("/recovery-codes")
  @Operation(
      summary = "Make new recovery codes",
      description = "Asks password and code. The former ones are worth nothing from then on.")
  public Codes renew(@Valid @NotNull Proof proof) {
    return new Codes(own.renew(current.userId(), proof.password(), proof.code()));
  }

  @POST
  @Path("/removal")
  @Operation(
      summary = "Switch the second factor off",
      description =
          "Asks password and code. Ends all sessions; the answer holds a new one, as after signing"
              + " in.")
  public Response remove(@Valid @NotNull Proof proof) {
    Sessions.Opened opened =
        own.remove(
            current.userId(), current.token(), proof.password(), proof.code(), caller.origin());
    return Response.ok(views.of(opened)).cookie(caller.signedIn(opened)).build();
  }

  /**
   * @param since when it was set up
   * @param demanded whether one may do nothing without it
   */
  record State(boolean on, @Nullable Instant since, int recoveryCodesLeft, boolean demanded) {}

  /**
   * What an app needs.
   *
   * @param secret in Base32, to be typed
   * @param uri to be read from a QR code
   * @param qr that code
   */
  record Enrolment(String secret, String uri, QrPath qr) {
    @Override
    public String toString() {
      return "Enrolment[hidden]";
    }
  }

  record Confirmation(SessionView session, List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Confirmation[hidden]";
    }
  }

  record Codes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Codes[hidden]";
    }
  }

  record Password(@NotNull @Size(min = 1, max = 400) String password) {
    @Override
    public String toString() {
      return "Password[hidden]";
    }
  }

  record Proof(
      @NotNull @Size(min = 1, max = 400) String password,
      @NotNull @Size(min = 1, max = 100) String code) {
    @Override
    public String toString() {
      return "Proof[hidden]";
    }
  }
}
