package io.zhenma.delivery;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The certificate by which a printing house knows that a file comes from the brand. */
@Path("/.well-known/zhenma/{brand}/delivery.pem")
@PermitAll
@Tag(name = "Deliveries")
class DeliveryCertificateResource {
  private final Brands brands;
  private final Sealing sealing;

  DeliveryCertificateResource(Brands brands, Sealing sealing) {
    this.brands = brands;
    this.sealing = sealing;
  }

  @GET
  @Operation(
      summary = "A brand's delivery certificate",
      description = "Public; by the brand's slug.")
  public Response certificate(@RestPath String brand) {
    BrandView found =
        brands.bySlug(brand).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    return Response.ok(sealing.signer(found.id()).pem())
        .type("application/x-pem-file")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .build();
  }
}
