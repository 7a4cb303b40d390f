package io.zhenma.tenancy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.zhenma.crypto.SessionToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Signs a request in by its session cookie. A cookie that is nobody's, or two of them, make the
 * request nobody's: it must keep no one from public pages, and least of all from signing in again.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
  private static final int UNAUTHORIZED = 401;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<SessionToken> token = SessionCookie.read(context.request());
    if (token.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    return identities
        .authenticate(new SessionAuthentication(token.get()))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithNull();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, null, null));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SessionAuthentication.class);
  }
}
