package io.zhenma.tenancy;

import io.zhenma.picture.PictureName;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The pictures of brands' pages. A name tells its content, so it may be kept for good. */
@Path("/p/{brand}/{name}")
@PermitAll
@Tag(name = "Verification")
class PictureResource {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final int LONGEST_SLUG = 40;

  private final Pictures pictures;

  PictureResource(Pictures pictures) {
    this.pictures = pictures;
  }

  @GET
  @Operation(summary = "A logo or a product's picture, as the verification page shows it")
  public Response get(@RestPath String brand, @RestPath String name) {
    return PictureName.parse(name)
        .filter(wanted -> brand.length() <= LONGEST_SLUG)
        .flatMap(wanted -> pictures.find(brand, wanted).map(bytes -> picture(wanted, bytes)))
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  private static Response picture(PictureName name, byte[] bytes) {
    return Response.ok(bytes)
        .type(name.type().mediaType())
        .header(HttpHeaders.CACHE_CONTROL, FOR_GOOD)
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .build();
  }
}
