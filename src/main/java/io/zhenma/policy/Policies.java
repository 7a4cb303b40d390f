package io.zhenma.policy;

import io.agroal.api.AgroalDataSource;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.sql.Remembered;
import io.zhenma.tenancy.AfterCommit;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Threshold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policies of brands. A change made on this replica holds at once, one made on another within
 * {@link Remembered#FRESH}.
 */
@ApplicationScoped
public class Policies {
  /** More versions of a brand are refused: nobody reads them. */
  static final int MOST_VERSIONS = 1_000;

  private static final int REMEMBERED = 10_000;

  private final AgroalDataSource database;
  private final AuditLog audit;
  private final AfterCommit afterCommit;
  private final Remembered<Long, Policy> byBrand =
      Remembered.most(REMEMBERED, brandId -> current(brandId).policy());

  Policies(AgroalDataSource database, AuditLog audit, AfterCommit afterCommit) {
    this.database = database;
    this.audit = audit;
    this.afterCommit = afterCommit;
  }

  /** The policy that a brand's scans are judged by now. */
  public Policy of(long brandId) {
    return byBrand.get(brandId);
  }

  PolicyVersion current(long brandId) {
    return latest(brandId, 1).get(0);
  }

  /** The latest versions, newest first; the standard is the first of all. */
  List<PolicyVersion> latest(long brandId, int most) {
    try (Connection connection = database.getConnection()) {
      List<PolicyVersion> found = new ArrayList<>(PolicyRows.latest(connection, brandId, most));
      if (found.size() < most) {
        found.add(PolicyVersion.STANDARD);
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * Makes a new version, which holds from now on.
   *
   * @param expected the version that the person has seen, if they tell
   * @throws ProblemException conflict when there is a newer one, or no more can be made
   */
  @Transactional
  PolicyVersion change(
      long brandId,
      long userId,
      Optional<Integer> expected,
      Map<Threshold, Integer> thresholds,
      String note) {
    PolicyVersion before = current(brandId);
    int version = before.policy().version();
    if (expected.isPresent() && expected.get() != version) {
      throw outdated(version);
    }
    if (version >= MOST_VERSIONS) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "version", "policy-versions", MOST_VERSIONS);
    }
    PolicyVersion.Made made =
        new PolicyVersion.Made(userId, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    PolicyVersion after =
        new PolicyVersion(new Policy(version + 1, thresholds), note, Optional.of(made));
    insert(brandId, after, made);
    audit.record(
        brandId,
        userId,
        "policy-changed",
        "policy:" + after.policy().version(),
        changes(before.policy(), after.policy()) + (note.isEmpty() ? "" : "; " + note));
    afterCommit.run(() -> byBrand.forget(brandId));
    return after;
  }

  private void insert(long brandId, PolicyVersion after, PolicyVersion.Made made) {
    try (Connection connection = database.getConnection()) {
      if (!PolicyRows.insert(connection, brandId, after, made)) {
        throw outdated(after.policy().version());
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ProblemException outdated(int version) {
    return ProblemException.conflict(
        ProblemType.CONFLICT, "version", "policy-outdated", Integer.toString(version));
  }

  /** Such as {@code MOST_DEVICES 12 to 8}. */
  private static String changes(Policy before, Policy after) {
    return java.util.Arrays.stream(Threshold.values())
        .filter(threshold -> before.value(threshold) != after.value(threshold))
        .map(
            threshold ->
                threshold + " " + before.value(threshold) + " to " + after.value(threshold))
        .collect(Collectors.joining(", "));
  }
}
