package io.zhenma.scan;

import io.smallrye.common.annotation.Blocking;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.page.VerdictPage;
import io.zhenma.problem.ProblemException;
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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
  private static final int NOT_FOUND = 404;

  private final Scans scans;
  private final Refinements refinements;
  private final Arrival arrival;
  private final VerificationHtml html;

  VerificationResource(
      Scans scans, Refinements refinements, Arrival arrival, VerificationHtml html) {
    this.scans = scans;
    this.refinements = refinements;
    this.arrival = arrival;
    this.html = html;
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
    if (link.isEmpty()) {
      return malformed();
    }
    return LinkSet.isWanted(linkType, accept)
        ? LinkSet.of(link.get(), uri.getBaseUri())
        : html.landing(arrival.language(), known, arrival.takesGzip());
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
    Optional<DigitalLink> link = link(uri);
    if (link.isEmpty()) {
      return CompletableFuture.completedFuture(malformed());
    }
    try {
      ScanRequest request = arrival.scan(link.get(), form.scanId(), form.position());
      return form.isRefinement() ? refined(request) : scanned(request, form.wantsFragment());
    } catch (ProblemException refusal) {
      boolean script = form.wantsFragment() || form.isRefinement();
      return CompletableFuture.completedFuture(refusal(arrival.language(), refusal, script));
    }
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

  private CompletionStage<Response> refined(ScanRequest request) throws SQLException {
    if (request.position().isEmpty()) {
      throw ProblemException.field("consent", "consent-missing");
    }
    boolean found = refinements.refine(request);
    return CompletableFuture.completedFuture(
        Response.status(found ? Response.Status.NO_CONTENT : Response.Status.NOT_FOUND).build());
  }

  private CompletionStage<Response> scanned(ScanRequest request, boolean fragment) {
    var cookie = arrival.deviceCookie();
    return scans
        .scan(request)
        .thenApply(answer -> verdict(request, answer, fragment).cookie(cookie).build())
        .exceptionally(failure -> refusal(request.language(), failure, fragment));
  }

  private Response.ResponseBuilder verdict(
      ScanRequest request, ScanAnswer answer, boolean fragment) {
    boolean located = request.position().isPresent();
    VerdictPage page =
        VerdictPages.of(answer, request.link().serial(), located, request.language());
    return fragment
        ? html.fragment(page, request.language())
        : html.document(Response.Status.OK.getStatusCode(), page, request.language());
  }

  /** A person without script gets a page; the script understands the status alone. */
  private Response refusal(Locale language, Throwable failure, boolean fragment) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ProblemException refusal && !fragment) {
      return html.problem(refusal, language);
    }
    throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
  }

  private Response malformed() {
    return html.document(NOT_FOUND, VerdictPages.malformed(), arrival.language()).build();
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
