package io.zhenma.tenancy;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.zhenma.problem.ForbiddenReason;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells those who must change their first password that this is why they may not. */
@ApplicationScoped
class FirstPasswords implements ForbiddenReason {
  private final CurrentIdentityAssociation identities;

  FirstPasswords(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  @Override
  public Optional<ProblemType> reason() {
    Access access = identities.getIdentity().getAttribute(CurrentAccess.ATTRIBUTE);
    return access != null && access.mustChange()
        ? Optional.of(ProblemType.MUST_CHANGE)
        : Optional.empty();
  }
}
