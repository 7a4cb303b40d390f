package io.zhenma.scan;

import io.zhenma.page.CameraFiles;
import io.zhenma.page.HandEntry;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * For labels that no phone reads: the code is typed, or read by the page with a camera, and leads
 * to the address that the label would have led to. Nothing is looked up here, so nothing is told
 * either.
 */
@Path("/check")
@PermitAll
@Tag(name = "Verification")
class HandEntryResource {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final int BAD_REQUEST = 400;
  private static final int OK = 200;

  private final VerificationHtml html;
  private final Arrival arrival;

  HandEntryResource(VerificationHtml html, Arrival arrival) {
    this.html = html;
    this.arrival = arrival;
  }

  @GET
  @Operation(
      summary = "A page for typing a code; with one, the way to its verification page",
      description = "brand asks for a code of that brand's earlier system.")
  public Response check(
      @RestQuery @Nullable String brand,
      @RestQuery @Nullable String code,
      @RestQuery @Nullable String gtin) {
    TypedCode typed = TypedCode.of(brand, code, gtin);
    if (typed.isEmpty()) {
      boolean sent = code != null;
      return sent
          ? page(BAD_REQUEST, typed.judged())
          : page(OK, HandEntry.empty(typed.brand(), typed.gtin()));
    }
    Optional<String> path = typed.path();
    return path.isPresent()
        ? Response.status(Response.Status.SEE_OTHER)
            .header(HttpHeaders.LOCATION, path.get())
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .build()
        : page(BAD_REQUEST, typed.judged());
  }

  private Response page(int status, HandEntry entry) {
    return html.handEntry(status, entry, arrival.language());
  }

  @GET
  @Path("/qr-scanner-1.4.2/{file}")
  @Operation(hidden = true)
  public Response cameraFile(@RestPath String file) {
    return CameraFiles.find(file)
        .map(
            script ->
                Response.ok(script)
                    .type("text/javascript;charset=UTF-8")
                    .header(HttpHeaders.CACHE_CONTROL, FOR_GOOD)
                    .build())
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}
