package io.zhenma.issuing;

import io.zhenma.crypto.CodeSuite;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The versions of a brand's keys, and what was made with each. */
@Path("/api/v1/keys")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Keys")
class KeyResource {
  private final KeyVersions versions;
  private final KeyUses uses;
  private final Brands brands;
  private final Users users;
  private final CurrentAccess current;

  KeyResource(
      KeyVersions versions, KeyUses uses, Brands brands, Users users, CurrentAccess current) {
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

  /** Makes a new current version; the codes of the one before stay valid. */
  @POST
  @ResponseStatus(201)
  @Transactional
  public KeyBody rotate(@Valid @NotNull Rotation wanted) {
    return body(
        versions.rotate(current.brandId(), current.userId(), Optional.ofNullable(wanted.suite())),
        KeyUses.Use.NONE);
  }

  /** Declares a version leaked; its codes are suspect from now on. */
  @POST
  @Path("/{keyId}/revocation")
  @Transactional
  public KeyBody revoke(@RestPath int keyId, @Valid @NotNull Revocation wanted) {
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
