package io.zhenma.app;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads whoever types the bare address to the console. */
@Path("/")
@PermitAll
class HomeResource {
  @GET
  @Operation(hidden = true)
  public Response home() {
    return toConsole();
  }

  @GET
  @Path("console")
  @Operation(hidden = true)
  public Response console() {
    return toConsole();
  }

  /** Without a host: the one that a request names is nothing to send people to. */
  private static Response toConsole() {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/console/")
        .build();
  }
}
