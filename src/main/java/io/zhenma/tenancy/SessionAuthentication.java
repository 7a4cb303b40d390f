package io.zhenma.tenancy;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.zhenma.crypto.SessionToken;

/** A request that brought a session's cookie. */
final class SessionAuthentication extends BaseAuthenticationRequest {
  private final SessionToken token;

  SessionAuthentication(SessionToken token) {
    this.token = token;
  }

  SessionToken token() {
    return token;
  }
}
