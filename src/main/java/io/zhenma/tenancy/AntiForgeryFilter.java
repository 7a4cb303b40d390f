package io.zhenma.tenancy;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A request that changes something in a session's name must bring that session's anti-forgery
 * token. What counts is the method that answers, not how its path was spelt: only what is open to
 * all, and so asks for no session, goes without.
 */
class AntiForgeryFilter {
  static final String HEADER = "X-CSRF-Token";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final SecurityIdentity identity;

  AntiForgeryFilter(SecurityIdentity identity) {
    this.identity = identity;
  }

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    if (SAFE.contains(request.getMethod()) || isOpenToAll(resource)) {
      return;
    }
    SessionToken session = identity.getAttribute(CurrentAccess.TOKEN);
    if (session == null) {
      return;
    }
    String sent = request.getHeaderString(HEADER);
    if (sent == null || !session.allows(sent)) {
      throw ProblemException.of(ProblemType.CSRF);
    }
  }

  private static boolean isOpenToAll(ResourceInfo resource) {
    AnnotatedElement method = resource.getResourceMethod();
    boolean asksForSession =
        method.isAnnotationPresent(RolesAllowed.class)
            || method.isAnnotationPresent(Authenticated.class);
    return method.isAnnotationPresent(PermitAll.class)
        || (!asksForSession && resource.getResourceClass().isAnnotationPresent(PermitAll.class));
  }
}
