package io.zhenma.tenancy;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.zhenma.problem.ForbiddenReason;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells those whose session still wants something of them that this is why they may not. */
@ApplicationScoped
class HoldReasons implements ForbiddenReason {
  private final CurrentIdentityAssociation identities;

  HoldReasons(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  @Override
  public Optional<ProblemType> reason() {
    Access access = identities.getIdentity().getAttribute(CurrentAccess.ATTRIBUTE);
    return access == null ? Optional.empty() : access.hold().refusal();
  }
}
