package io.zhenma.report;

import io.zhenma.place.WebMap;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The maps that reports are drawn on: GeoJSON (RFC 7946), the same for everybody. */
@Path("/api/v1/maps")
@PermitAll
@Tag(name = "Maps")
class MapResource {
  private static final String GEO_JSON = "application/geo+json";
  private static final String FOR_A_DAY = "public, max-age=86400";

  @GET
  @Path("/china.json")
  public Response provinces() {
    return map(WebMap.provinces());
  }

  @GET
  @Path("/{province: [0-9]{6}}.json")
  public Response cities(@RestPath String province) {
    return map(
        WebMap.cities(province).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND)));
  }

  private static Response map(String geoJson) {
    return Response.ok(geoJson).type(GEO_JSON).header(HttpHeaders.CACHE_CONTROL, FOR_A_DAY).build();
  }
}
