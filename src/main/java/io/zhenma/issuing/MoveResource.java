package io.zhenma.issuing;

import io.zhenma.issuing.MoveBodies.Preview;
import io.zhenma.issuing.MoveBodies.WantedMove;
import io.zhenma.issuing.MoveBodies.WantedPreview;
import io.zhenma.problem.LargeBody;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Moves of a batch, of a range of its items, of a list of them; and how its items stand. */
@Path("/api/v1/batches/{number}")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Batches")
class MoveResource {
  private static final String CSV = "text/csv";

  private final Batches batches;
  private final Issuing issuing;
  private final Moves moves;
  private final MoveLists lists;
  private final BatchBodies bodies;
  private final CurrentAccess current;

  MoveResource(
      Batches batches,
      Issuing issuing,
      Moves moves,
      MoveLists lists,
      BatchBodies bodies,
      CurrentAccess current) {
    this.batches = batches;
    this.issuing = issuing;
    this.moves = moves;
    this.lists = lists;
    this.bodies = bodies;
    this.current = current;
  }

  @Produces
  @Singleton
  static LargeBody list() {
    return new LargeBody(
        "POST",
        Pattern.compile("/api/v1/batches/[0-9]+/moves/list(/preview)?"),
        CSV,
        MoveLists.LARGEST);
  }

  @GET
  @Path("/moves")
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  @Transactional
  public List<BatchBody.Move> history(@RestPath int number) {
    batches.require(current.brandId(), number);
    return moves.history(current.brandId(), number).stream().map(bodies::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/moves")
  @Operation(
      summary = "Move a batch or a range of its items",
      description = "A range moves as a whole or not at all.")
  public BatchBody move(@RestPath int number, @Valid @NotNull WantedMove wanted) {
    Optional<ItemSet> range = wanted.range();
    if (range.isPresent()) {
      moves.some(order(number, wanted.to(), wanted.reason()), MoveScope.RANGE, range.get());
      return body(number);
    }
    return bodies.of(
        issuing.move(current.brandId(), current.userId(), number, wanted.to(), wanted.reason()),
        true);
  }

  @POST
  @Path("/moves/list")
  @Consumes(CSV)
  @Operation(
      summary = "Move a list of items",
      description =
          "A line an item number, first-last, serial number, link or code of an earlier system;"
              + " at most 100,000. All or none.")
  public BatchBody move(
      @RestPath int number,
      @RestQuery @NotNull BatchState to,
      @RestQuery @NotNull String reason,
      InputStream body)
      throws IOException {
    lists.move(order(number, to, reason), view(number), body);
    return body(number);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/moves/preview")
  @Operation(summary = "What a move would come to", description = "Changes nothing.")
  public Preview preview(@RestPath int number, @Valid @NotNull WantedPreview wanted) {
    return preview(number, wanted.to(), wanted.range());
  }

  @POST
  @Path("/moves/list/preview")
  @Consumes(CSV)
  @Operation(summary = "What a move of a list would come to", description = "Changes nothing.")
  public Preview preview(@RestPath int number, @RestQuery @NotNull BatchState to, InputStream body)
      throws IOException {
    return preview(number, to, Optional.of(lists.items(view(number), body)));
  }

  @GET
  @Path("/states")
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  @Operation(summary = "How many items are in which state, and where in the batch")
  public StatesBody states(@RestPath int number) {
    return StatesBody.of(moves.states(current.brandId(), number));
  }

  private Preview preview(int number, BatchState to, Optional<ItemSet> items) {
    return Preview.of(to, moves.preview(current.brandId(), number, to, items));
  }

  private Moves.Order order(int number, BatchState to, String reason) {
    return new Moves.Order(current.brandId(), current.userId(), number, to, reason);
  }

  private BatchView view(int number) {
    return batches.view(current.brandId(), number);
  }

  private BatchBody body(int number) {
    return bodies.of(view(number), true);
  }
}
