package io.zhenma.evidence;

import io.zhenma.evidence.RulingBodies.ItemName;
import io.zhenma.evidence.RulingBodies.RefusedItem;
import io.zhenma.evidence.RulingBodies.RuledMany;
import io.zhenma.evidence.RulingBodies.WantedRulings;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemTexts;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What operators decide about many items in one go. */
@Path("/api/v1/rulings")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Evidence")
class ManyRulingsResource {
  private static final int MOST = 500;

  private final RulingDesk desk;
  private final ProblemTexts texts;
  private final CurrentAccess current;

  ManyRulingsResource(RulingDesk desk, ProblemTexts texts, CurrentAccess current) {
    this.desk = desk;
    this.texts = texts;
    this.current = current;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Decide about up to 500 items",
      description = "Each for itself; those that could not be decided about are named.")
  public RuledMany rule(
      @Valid @NotNull WantedRulings wanted,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    if (wanted.items().isEmpty() || wanted.items().size() > MOST) {
      throw ProblemException.field("items", "ruling-items", MOST);
    }
    List<RulingOrder> orders =
        wanted.items().stream().distinct().map(item -> order(wanted, item)).toList();
    List<RefusedItem> refused =
        desk.rule(orders).stream()
            .map(
                item ->
                    new RefusedItem(item.batch(), item.item(), texts.problem(item.why(), language)))
            .toList();
    return new RuledMany(orders.size() - refused.size(), refused);
  }

  private RulingOrder order(WantedRulings wanted, ItemName item) {
    return new RulingOrder(
        current.brandId(),
        current.userId(),
        item.batchNumber(),
        item.itemNumber(),
        wanted.kind(),
        wanted.note(),
        OptionalInt.empty());
  }
}
