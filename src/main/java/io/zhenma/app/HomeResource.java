package io.zhenma.app;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads whoever types the bare address to the console. */
@Path("/")
@PermitAll
class HomeResource {
  private static final URI CONSOLE = URI.create("/console/");

  @GET
  @Operation(hidden = true)
  public Response home() {
    return Response.seeOther(CONSOLE).build();
  }

  @GET
  @Path("console")
  @Operation(hidden = true)
  public Response console() {
    return Response.seeOther(CONSOLE).build();
  }
}
