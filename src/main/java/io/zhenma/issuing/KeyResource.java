package io.zhenma.issuing;

import io.zhenma.crypto.CodeSuite;
import io.zhenma.tenancy.ApprovalKind;
import io.zhenma.tenancy.ApprovalWish;
import io.zhenma.tenancy.Approvals;
import io.zhenma.tenancy.Brands;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.KeyVersion;
import io.zhenma.tenancy.KeyVersions;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The versions of a brand's keys, and what was made with each. */
@Path("/api/v1/keys")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Keys")
class KeyResource {
  private static final int CREATED = 201;

  private final KeyVersions versions;
  private final KeyUses uses;
  private final Brands brands;
  private final Users users;
  private final CurrentAccess current;
  private final Approvals approvals;

  KeyResource(
      KeyVersions versions,
      KeyUses uses,
      Brands brands,
      Users users,
      CurrentAccess current,
      Approvals approvals) {
    this.approvals = approvals;
    this.versions = versions;
    this.uses = uses;
    this.brands = brands;
    this.users = users;
    this.current = current;
  }

  @GET
  @Transactional
  public KeyBody.All list() {
    long brandId = current.brandId();
    Map<Integer, KeyUses.Use> made = uses.of(brandId);
    List<KeyBody> items =
        versions.all(brandId).stream()
            .map(version -> body(version, made.getOrDefault(version.keyId(), KeyUses.Use.NONE)))
            .toList();
    String jwks = "/.well-known/zhenma/" + brands.get(brandId).slug() + "/jwks.json";
    return new KeyBody.All(items, KeyVersions.MOST, jwks);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(
      summary = "Make a new current version; the codes of the one before stay valid",
      description = "At most one a day. 202 with an approval where a second person decides.")
  public Response rotate(@Valid @NotNull Rotation wanted) {
    versions.requireRotatable(current.brandId());
    String suite = wanted.suite() == null ? "" : wanted.suite().name();
    return approvals
        .ask(
            current.brandId(),
            current.userId(),
            new ApprovalWish(ApprovalKind.KEY_ROTATION, "keys", suite, suite))
        .map(asked -> Response.accepted(asked).build())
        .orElseGet(() -> Response.status(CREATED).entity(rotated(wanted)).build());
  }

  private KeyBody rotated(Rotation wanted) {
    return body(
        versions.rotate(current.brandId(), current.userId(), Optional.ofNullable(wanted.suite())),
        KeyUses.Use.NONE);
  }

  @POST
  @Path("/{keyId}/revocation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(
      summary = "Declare a version leaked; its codes are suspect from now on",
      description = "202 with an approval where a second person decides, who may do so at once.")
  public Response revoke(@RestPath int keyId, @Valid @NotNull Revocation wanted) {
    String why = versions.requireRevocable(current.brandId(), keyId, wanted.reason());
    return approvals
        .ask(
            current.brandId(),
            current.userId(),
            new ApprovalWish(ApprovalKind.KEY_REVOCATION, "key:" + keyId, why, keyId + "\n" + why))
        .map(asked -> Response.accepted(asked).build())
        .orElseGet(() -> Response.ok(revoked(keyId, wanted)).build());
  }

  private KeyBody revoked(int keyId, Revocation wanted) {
    KeyVersion revoked =
        versions.revoke(current.brandId(), current.userId(), keyId, wanted.reason());
    return body(revoked, uses.of(current.brandId()).getOrDefault(keyId, KeyUses.Use.NONE));
  }

  private KeyBody body(KeyVersion version, KeyUses.Use made) {
    return KeyBody.of(version, made, users::name);
  }

  /**
   * @param suite the new version's algorithms; those of the latest unless told otherwise
   */
  record Rotation(@Nullable CodeSuite suite) {}

  record Revocation(@NotNull String reason) {}
}
