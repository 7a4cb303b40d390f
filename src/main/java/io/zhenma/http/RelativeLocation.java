package io.zhenma.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Objects;

/**
 * Says where something is on this server by its path alone (RFC 9110, section 10.2.2). The
 * framework completes a path with the name that the request was sent to, and that name is the
 * client's to choose.
 */
@Provider
class RelativeLocation implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
    URI here = request.getUriInfo().getBaseUri();
    if (location instanceof URI there
        && Objects.equals(there.getRawAuthority(), here.getRawAuthority())) {
      response.getHeaders().putSingle(HttpHeaders.LOCATION, relative(there));
    }
  }

  private static String relative(URI there) {
    String query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
    return there.getRawPath() + query;
  }
}
