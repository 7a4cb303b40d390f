package io.zhenma.tenancy;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;

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
    return unless(EnumSet.complementOf(EnumSet.of(Hold.NONE)));
  }

  /** Also somebody who must set up a second factor first. */
  Access enrolling() {
    return unless(EnumSet.of(Hold.CODE, Hold.PASSWORD));
  }

  /** Also somebody who must change their password first. */
  Access access() {
    return unless(EnumSet.of(Hold.CODE));
  }

  /** Also somebody who has yet to give the code of their second factor. */
  Access half() {
    return unless(EnumSet.noneOf(Hold.class));
  }

  private Access unless(Set<Hold> refused) {
    Access access = identity.getAttribute(ATTRIBUTE);
    if (access == null) {
      throw new ForbiddenException();
    }
    if (refused.contains(access.hold())) {
      throw ProblemException.of(access.hold().refusal().orElseThrow());
    }
    return access;
  }
}
