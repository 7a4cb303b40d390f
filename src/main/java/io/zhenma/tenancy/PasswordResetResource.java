package io.zhenma.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Choosing a new password with a link from an administrator. */
@Path("/api/v1/password-resets")
@Tag(name = "Session")
class PasswordResetResource {
  private final PasswordResets resets;

  PasswordResetResource(PasswordResets resets) {
    this.resets = resets;
  }

  @POST
  @PermitAll
  @Operation(
      summary = "Choose a new password",
      description = "Uses up a link that an administrator made, and ends all sessions of its user.")
  public void reset(@Valid @NotNull Reset wanted) {
    resets.redeem(wanted.token(), wanted.password());
  }

  /** What a link's holder sends. */
  record Reset(
      @NotNull @Size(min = 1, max = 100) String token,
      @NotNull @Size(min = 1, max = 400) String password) {
    @Override
    public String toString() {
      return "Reset[hidden]";
    }
  }
}
