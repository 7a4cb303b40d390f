package io.zhenma.scan;

import io.smallrye.common.annotation.Blocking;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The address printed on the item. GET shows the page and changes nothing, so that previews and
 * scanners of links use nothing up; the page then posts the scan.
 */
@Path("/01/{gtin}")
@PermitAll
@Tag(name = "Verification")
class VerificationResource {
  private final Verifications verifications;

  VerificationResource(Verifications verifications) {
    this.verifications = verifications;
  }

  @GET
  @Path("/21/{serial}")
  @Operation(summary = "The verification page, or the GS1 link set of the item")
  public Response page(
      @RestQuery @Nullable String linkType,
      @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
      @Context UriInfo uri) {
    Optional<DigitalLink> link = link(uri);
    return link.isPresent() && LinkSet.isWanted(linkType, accept)
        ? LinkSet.of(link.get(), uri.getBaseUri())
        : verifications.page(link.map(ScannedCode.Issued::new), known);
  }

  /** The same for links that carry their lot. */
  @GET
  @Path("/10/{lot}/21/{serial}")
  public Response pageWithLot(
      @RestQuery @Nullable String linkType,
      @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
      @Context UriInfo uri) {
    return page(linkType, accept, known, uri);
  }

  @POST
  @Path("/21/{serial}")
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary = "Scan the item",
      description = "Answers HTML; integrators use /api/v1/scans.")
  public CompletionStage<Response> scan(@Context UriInfo uri, @BeanParam ScanForm form)
      throws SQLException {
    return verifications.scan(link(uri).map(ScannedCode.Issued::new), form);
  }

  /** The same for links that carry their lot. */
  @POST
  @Path("/10/{lot}/21/{serial}")
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public CompletionStage<Response> scanWithLot(@Context UriInfo uri, @BeanParam ScanForm form)
      throws SQLException {
    return scan(uri, form);
  }

  /** From the address as it was sent: a lot in it may hold an encoded slash. */
  private static Optional<DigitalLink> link(UriInfo uri) {
    String query = uri.getRequestUri().getRawQuery();
    try {
      return Optional.of(
          DigitalLink.parse(uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query)));
    } catch (Gs1Exception malformed) {
      return Optional.empty();
    }
  }
}
