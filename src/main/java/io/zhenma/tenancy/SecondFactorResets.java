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
    Optional<AppUser> user = users.byEmail(email).map(found -> users.locked(found.id));
    user.ifPresent(found -> take(found, null, "command line"));
    return user.isPresent();
  }

  /**
   * An administrator does it for somebody of a brand. Not for another administrator: a session that
   * somebody took would lead to their account.
   *
   * @throws ProblemException conflict when they have none or are an administrator
   */
  @Transactional
  UserView of(long userId, long by) {
    AppUser user = users.locked(userId);
    if (user.role == Role.PLATFORM_ADMIN) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "second-factor-administrator");
    }
    take(user, by, "");
    return user.view();
  }

  private void take(AppUser user, @Nullable Long by, String detail) {
    // Also where one of both is left, so that everybody can be helped.
    if (!user.secondFactor && !factors.isOn(user.id)) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "second-factor-none");
    }
    remove(user);
    users.unlock(user.id);
    audit.record(user.brandId, by, "second-factor-reset", "user:" + user.id, detail);
  }

  /** Of a user whom the caller's transaction locked; ends all sessions. */
  void remove(AppUser user) {
    users.setSecondFactor(user, false);
    factors.remove(user.id);
    recoveries.withdraw(user.id);
    sessions.closeAll(user.id);
  }
}
