package io.zhenma.tenancy;

import io.zhenma.crypto.SessionToken;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries a session's token: not for scripts, not for other sites. */
public final class SessionCookie {
  public static final String NAME = "zhenma_session";

  private SessionCookie() {}

  static NewCookie of(SessionToken token, boolean secure) {
    return base(secure).value(token.value()).build();
  }

  static NewCookie none(boolean secure) {
    return base(secure).value("").maxAge(0).build();
  }

  private static NewCookie.Builder base(boolean secure) {
    return new NewCookie.Builder(NAME)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
