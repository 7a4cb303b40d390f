package io.zhenma.tenancy;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.zhenma.crypto.SessionToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user of a session. A token that is nobody's leaves the request anonymous: public pages
 * still work with a stale cookie, everything else answers 401.
 */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionAuthentication> {
  private final Sessions sessions;

  SessionIdentityProvider(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Class<SessionAuthentication> getRequestType() {
    return SessionAuthentication.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionAuthentication request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request));
  }

  private @Nullable SecurityIdentity identity(SessionAuthentication request) {
    return sessions
        .find(request.token())
        .map(access -> identity(access, request.token()))
        .orElse(null);
  }

  private static SecurityIdentity identity(Access access, SessionToken token) {
    // Without a role nothing is open but what asks for a session alone.
    Set<String> roles = access.hold() == Hold.NONE ? Set.of(access.role().name()) : Set.of();
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("user:" + access.userId()))
        .addRoles(roles)
        .addAttribute(CurrentAccess.ATTRIBUTE, access)
        .addAttribute(CurrentAccess.TOKEN, token)
        .build();
  }
}
