package io.zhenma.tenancy;

import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A request that changes something in a session's name must bring that session's anti-forgery
 * token. Requests without a session cookie act for nobody and pass; so do consumers' scans, which
 * no session is asked for.
 */
class AntiForgeryFilter {
  static final String HEADER = "X-CSRF-Token";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> SESSIONLESS = Set.of("api/v1/session POST", "api/v1/scans POST");

  @ServerRequestFilter
  public void check(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(SessionCookie.NAME);
    String path = request.getUriInfo().getPath();
    if (cookie == null || SAFE.contains(request.getMethod()) || !actsForSession(path, request)) {
      return;
    }
    String sent = request.getHeaderString(HEADER);
    if (sent == null || !new SessionToken(cookie.getValue()).allows(sent)) {
      throw ProblemException.of(ProblemType.CSRF);
    }
  }

  private static boolean actsForSession(String path, ContainerRequestContext request) {
    String plain = path.startsWith("/") ? path.substring(1) : path;
    return plain.startsWith("api/") && !SESSIONLESS.contains(plain + " " + request.getMethod());
  }
}
