package io.zhenma.alert;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A notice that was sent, or could not be. */
@Path("/api/v1/alert-notices")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Alerts")
class NoticeResource {
  private final Notices notices;
  private final CurrentAccess current;

  NoticeResource(Notices notices, CurrentAccess current) {
    this.notices = notices;
    this.current = current;
  }

  /** A notice with its last attempts, the newest first. */
  record Body(NoticeView notice, List<AttemptView> attempts) {}

  @GET
  @Path("/{id}")
  public Body get(@RestPath String id) {
    UUID parsed = id(id);
    return new Body(
        notices.require(current.brandId(), parsed), notices.attempts(current.brandId(), parsed));
  }

  @POST
  @Path("/{id}/replay")
  @Operation(summary = "Send a dead letter again", description = "It keeps its id.")
  public NoticeView replay(@RestPath String id) {
    return notices.replay(current.brandId(), current.userId(), id(id));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
  }
}
