package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes second factors off people who lost them. */
@ApplicationScoped
public class SecondFactorResets {
  private final Users users;
  private final SecondFactors factors;
  private final RecoveryCodes recoveries;
  private final Sessions sessions;
  private final AuditLog audit;

  SecondFactorResets(
      Users users,
      SecondFactors factors,
      RecoveryCodes recoveries,
      Sessions sessions,
      AuditLog audit) {
    this.users = users;
    this.factors = factors;
    this.recoveries = recoveries;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * For who runs the platform, where no administrator can sign in.
   *
   * @return false when nobody has that e-mail
   * @throws ProblemException conflict when they have no second factor
   */
  @Transactional
  public boolean ofEmail(String email) {
    Optional<AppUser> user = users.byEmail(email);
    user.ifPresent(found -> take(found, null, "command line"));
    return user.isPresent();
  }

  /**
   * An administrator does it for somebody else.
   *
   * @throws ProblemException conflict when they have none
   */
  @Transactional
  UserView of(long userId, long by) {
    AppUser user = users.require(userId);
    take(user, by, "");
    return user.view();
  }

  private void take(AppUser user, @Nullable Long by, String detail) {
    if (!user.secondFactor) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "second-factor-none");
    }
    remove(user);
    users.unlock(user.id);
    audit.record(user.brandId, by, "second-factor-reset", "user:" + user.id, detail);
  }

  /** Within the caller's transaction; ends all sessions. */
  void remove(AppUser user) {
    users.setSecondFactor(user, false);
    factors.remove(user.id);
    recoveries.withdraw(user.id);
    sessions.closeAll(user.id);
  }
}
