package io.zhenma.tenancy;

import io.zhenma.crypto.PublicKeySet;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.sql.Remembered;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The brand's public signature keys, for everybody who checks signed codes by themselves. Revoked
 * versions are left out.
 */
@Path("/.well-known/zhenma/{slug}/jwks.json")
@PermitAll
@Tag(name = "Verification")
class JwksResource {
  private static final int LONGEST_SLUG = 40;
  private static final int REMEMBERED = 10_000;

  /** Short enough that a revoked key is soon no longer taken for good. */
  private static final String CACHING = "public, max-age=300";

  private final Brands brands;
  private final BrandKeys keys;
  private final Remembered<String, Optional<Long>> idsBySlug;

  JwksResource(Brands brands, BrandKeys keys) {
    this.brands = brands;
    this.keys = keys;
    this.idsBySlug = Remembered.most(REMEMBERED, slug -> brands.bySlug(slug).map(BrandView::id));
  }

  @GET
  @Operation(summary = "The brand's public signature keys as a JWK set")
  public Response keys(@RestPath String slug, @Context Request request) {
    String json = new PublicKeySet(keys.trusted(brandId(slug))).json();
    EntityTag tag = new EntityTag(hash(json));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged != null ? unchanged : Response.ok(json, "application/jwk-set+json");
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, CACHING)
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  private long brandId(String slug) {
    if (slug.length() > LONGEST_SLUG) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    return idsBySlug.get(slug).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
