package io.zhenma.scan;

import io.smallrye.common.annotation.Blocking;
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
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The same address with the names that GS1 Digital Link 1.1 gave the keys: /gtin/…/ser/…. */
@Path("/gtin{item: (/.*)?}")
@PermitAll
@Tag(name = "Verification")
class NamedKeyResource {
  private final VerificationResource numbered;

  NamedKeyResource(VerificationResource numbered) {
    this.numbered = numbered;
  }

  @GET
  @Operation(summary = "The verification page, as behind /01")
  public Response page(
      @RestQuery @Nullable String linkType,
      @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    return numbered.page(linkType, accept, known);
  }

  @POST
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Scan the item, as behind /01")
  public CompletionStage<Response> scan(@BeanParam ScanForm form) throws SQLException {
    return numbered.scan(form);
  }
}
