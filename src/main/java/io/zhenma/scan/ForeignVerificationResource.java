package io.zhenma.scan;

import io.smallrye.common.annotation.Blocking;
import io.zhenma.foreign.ForeignLink;
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
import org.jspecify.annotations.Nullable;

/**
 * Where a brand's old addresses are redirected to: the same page and the same scan as behind our
 * own links, at {@code /c/BRAND/CODE}. Nothing here leads anywhere else, whatever address the code
 * is.
 */
@Path("/c{code: (/.*)?}")
@PermitAll
@Tag(name = "Verification")
class ForeignVerificationResource {
  private final Verifications verifications;
  private final Arrival arrival;

  ForeignVerificationResource(Verifications verifications, Arrival arrival) {
    this.verifications = verifications;
    this.arrival = arrival;
  }

  @GET
  @Operation(summary = "The verification page of a code that an earlier system printed")
  public Response page(@RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    return verifications.page(code(), known);
  }

  @POST
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary = "Scan the item",
      description = "Answers HTML; integrators use /api/v1/scans.")
  public CompletionStage<Response> scan(@BeanParam ScanForm form) throws SQLException {
    return verifications.scan(code(), form);
  }

  /** From the address as it was sent: the code may hold slashes and a query of its own. */
  private Optional<ScannedCode.Foreign> code() {
    return arrival.isTooLong()
        ? Optional.empty()
        : ForeignLink.parse(arrival.target()).map(ScannedCode.Foreign::new);
  }
}
