package io.zhenma.tenancy;

import io.vertx.core.http.HttpServerRequest;
import io.zhenma.crypto.SessionToken;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Optional;

/** The cookie that carries a session's token: not for scripts, not for other sites. */
public final class SessionCookie {
  private static final String NAME = "zhenma_session";

  private SessionCookie() {}

  /** Whether the request brings a cookie of a session, whosever it is. */
  public static boolean isIn(HttpServerRequest request) {
    return !RequestCookies.named(request, RequestCookies.name(request, NAME)).isEmpty();
  }

  /** The session that the request brings; empty when it brings none, or two. */
  static Optional<SessionToken> read(HttpServerRequest request) {
    List<String> sent = RequestCookies.named(request, RequestCookies.name(request, NAME));
    return sent.size() == 1 && !sent.get(0).isEmpty()
        ? Optional.of(new SessionToken(sent.get(0)))
        : Optional.empty();
  }

  static NewCookie of(SessionToken token, HttpServerRequest request) {
    return RequestCookies.strict(request, NAME).value(token.value()).build();
  }

  static NewCookie none(HttpServerRequest request) {
    return RequestCookies.strict(request, NAME).value("").maxAge(0).build();
  }
}
