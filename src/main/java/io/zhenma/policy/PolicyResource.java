package io.zhenma.policy;

import io.zhenma.policy.PolicyViews.CurrentView;
import io.zhenma.policy.PolicyViews.VersionView;
import io.zhenma.policy.PolicyViews.VersionsView;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import io.zhenma.verification.Threshold;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** By which thresholds the brand's scans are judged. */
@Path("/api/v1/policy")
@Tag(name = "Verdict policy")
class PolicyResource {
  private static final int VERSIONS_SHOWN = 100;
  private static final int LONGEST_NOTE = 300;
  private static final Map<String, Threshold> BY_NAME =
      Arrays.stream(Threshold.values())
          .collect(Collectors.toMap(PolicyViews::name, Function.identity()));

  private final Policies policies;
  private final Users users;
  private final CurrentAccess current;

  PolicyResource(Policies policies, Users users, CurrentAccess current) {
    this.policies = policies;
    this.users = users;
    this.current = current;
  }

  @GET
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  @Transactional
  @Operation(summary = "The thresholds that hold now, and the limits of each")
  public CurrentView get() {
    return CurrentView.of(policies.current(current.brandId()), users::name);
  }

  @GET
  @Path("/versions")
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  @Transactional
  @Operation(summary = "The latest 100 versions, newest first")
  public VersionsView versions() {
    return new VersionsView(
        policies.latest(current.brandId(), VERSIONS_SHOWN).stream()
            .map(version -> VersionView.of(version, users::name))
            .toList());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATOR)
  @Operation(
      summary = "Make a new version, which holds from now on",
      description =
          "Name the version that you have seen, so that nobody else's change is lost; a threshold"
              + " that is left out stays as it is. What was suspect stays so.")
  public VersionView change(@Valid @NotNull Change wanted) {
    Map<Threshold, Integer> thresholds =
        new EnumMap<>(policies.current(current.brandId()).policy().thresholds());
    wanted
        .thresholds()
        .forEach((name, value) -> thresholds.put(threshold(name), checked(name, value)));
    return change(wanted.version(), thresholds, wanted.note());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/reset")
  @RolesAllowed(Role.OPERATOR)
  @Operation(summary = "Make a new version that is the standard again")
  public VersionView reset(@Valid @NotNull Reset wanted) {
    return change(wanted.version(), Map.of(), wanted.note());
  }

  private VersionView change(
      @Nullable Integer expected, Map<Threshold, Integer> thresholds, @Nullable String note) {
    String why =
        note == null || note.isBlank() ? "" : FieldRule.plainText("note", note, LONGEST_NOTE);
    return VersionView.of(
        policies.change(
            current.brandId(), current.userId(), Optional.ofNullable(expected), thresholds, why),
        users::name);
  }

  private static Threshold threshold(String name) {
    Threshold threshold = BY_NAME.get(name);
    if (threshold == null) {
      throw ProblemException.field(
          "thresholds",
          "kind",
          BY_NAME.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return threshold;
  }

  private static int checked(String name, @Nullable Integer value) {
    Threshold threshold = threshold(name);
    if (value == null) {
      throw ProblemException.field(
          "thresholds." + name, "range", threshold.least(), threshold.most());
    }
    return (int) FieldRule.range("thresholds." + name, value, threshold.least(), threshold.most());
  }

  /**
   * @param version that the person has seen; without it the change is made whatever holds
   * @param thresholds by name; whole numbers
   */
  record Change(
      @Nullable Integer version,
      @NotNull Map<String, @Nullable Integer> thresholds,
      @Nullable String note) {}

  record Reset(@Nullable Integer version, @Nullable String note) {}
}
