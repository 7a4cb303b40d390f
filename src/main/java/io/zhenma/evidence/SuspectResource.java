package io.zhenma.evidence;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ReaderLocale;
import io.zhenma.scan.SuspectState;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The items whose codes look copied. */
@Path("/api/v1/suspects")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Evidence")
class SuspectResource {
  private final Suspects suspects;
  private final CurrentAccess current;

  SuspectResource(Suspects suspects, CurrentAccess current) {
    this.suspects = suspects;
    this.current = current;
  }

  @GET
  @Operation(
      summary = "Items whose codes look copied, newest first",
      description = "What follows a page is asked for with its \"next\" as \"before\".")
  public SuspectViews.Slice list(
      @RestQuery Optional<String> state,
      @RestQuery Optional<String> gtin,
      @RestQuery Optional<Integer> batch,
      @RestQuery Optional<String> reason,
      @RestQuery @DefaultValue("0") int minScore,
      @RestQuery Optional<String> before,
      @RestQuery @DefaultValue("50") int size,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    SuspectQuery query =
        new SuspectQuery(
            current.brandId(),
            given(state).map(SuspectResource::state),
            given(gtin),
            batch,
            given(reason).map(Slugs::reason),
            minScore,
            given(before).map(SuspectCursor::parse),
            size);
    return suspects.find(query, ReaderLocale.of(language));
  }

  private static Optional<String> given(Optional<String> text) {
    return text.filter(value -> !value.isBlank());
  }

  private static SuspectState state(String name) {
    return Arrays.stream(SuspectState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.field(
                    "state",
                    "kind",
                    Arrays.stream(SuspectState.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }
}
