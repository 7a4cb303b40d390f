package io.zhenma.scan;

import io.smallrye.common.annotation.Blocking;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.LinkReader;
import io.zhenma.issuing.LinkConfig;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The address printed on the item, whatever others did to it. GET shows the page and changes
 * nothing, so that previews and scanners of links use nothing up; the page then posts the scan.
 */
@Path("/01{item: (/.*)?}")
@PermitAll
@Tag(name = "Verification")
class VerificationResource {
  private final Verifications verifications;
  private final Arrival arrival;
  private final LinkConfig links;

  VerificationResource(Verifications verifications, Arrival arrival, LinkConfig links) {
    this.verifications = verifications;
    this.arrival = arrival;
    this.links = links;
  }

  @GET
  @Operation(
      summary = "The verification page, or the GS1 link set of the item",
      description = "The address is /01/GTIN/21/SERIAL, with /10/LOT before /21 in some links.")
  public Response page(
      @RestQuery @Nullable String linkType,
      @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    Optional<DigitalLink> link = link();
    return link.isPresent() && LinkSet.isWanted(linkType, accept)
        ? LinkSet.of(link.get(), links.base())
        : verifications.page(link.map(ScannedCode.Issued::new), known);
  }

  @POST
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary = "Scan the item",
      description = "Answers HTML; integrators use /api/v1/scans.")
  public CompletionStage<Response> scan(@BeanParam ScanForm form) throws SQLException {
    return verifications.scan(link().map(ScannedCode.Issued::new), form);
  }

  /** From the address as it was sent: a lot in it may hold an encoded slash. */
  private Optional<DigitalLink> link() {
    try {
      return arrival.isTooLong()
          ? Optional.empty()
          : Optional.of(LinkReader.read(arrival.target()));
    } catch (Gs1Exception unread) {
      return Optional.empty();
    }
  }
}
