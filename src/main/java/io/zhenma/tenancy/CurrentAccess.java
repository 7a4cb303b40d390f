package io.zhenma.tenancy;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;

/**
 * The person of this request. Every query of a brand's data takes its brand from here and from
 * nowhere else.
 */
@RequestScoped
public class CurrentAccess {
  static final String ATTRIBUTE = "zhenma.access";
  static final String TOKEN = "zhenma.session";

  private final SecurityIdentity identity;

  CurrentAccess(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The brand whose data this person may see.
   *
   * @throws ForbiddenException when they belong to none
   */
  public long brandId() {
    Long brandId = free().brandId();
    if (brandId == null) {
      throw new ForbiddenException();
    }
    return brandId;
  }

  public long userId() {
    return free().userId();
  }

  public boolean has(Role role) {
    return free().role() == role;
  }

  /** The session that let this person in. */
  SessionToken token() {
    SessionToken token = identity.getAttribute(TOKEN);
    if (token == null) {
      throw new ForbiddenException();
    }
    return token;
  }

  /** Somebody who may do what their role allows. */
  private Access free() {
    Access access = access();
    if (access.mustChange()) {
      throw ProblemException.of(ProblemType.MUST_CHANGE);
    }
    return access;
  }

  /** Also somebody who must change their password first. */
  Access access() {
    Access access = identity.getAttribute(ATTRIBUTE);
    if (access == null) {
      throw new ForbiddenException();
    }
    return access;
  }
}
