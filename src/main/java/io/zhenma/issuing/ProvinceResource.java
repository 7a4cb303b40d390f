package io.zhenma.issuing;

import io.zhenma.place.Region;
import io.zhenma.place.Regions;
import io.zhenma.problem.ReaderLocale;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The provinces that a territory is made of. */
@Path("/api/v1/provinces")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Batches")
class ProvinceResource {
  @GET
  @Operation(summary = "The provinces of China by GB/T 2260, in the reader's language")
  public List<Province> list(@RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    boolean chinese = ReaderLocale.of(language).equals(Locale.CHINESE);
    return Regions.china().provinces().stream()
        .map(region -> Province.of(region, chinese))
        .toList();
  }

  record Province(String code, String name) {
    static Province of(Region region, boolean chinese) {
      return new Province(region.code(), chinese ? region.shortName() : region.englishName());
    }
  }
}
