package io.zhenma.tenancy;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.zhenma.problem.Problem;
import io.zhenma.problem.ProblemType;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Notes what people who are signed in were refused: what their role may not do, changes without the
 * session's anti-forgery token, and downloads. Endpoints are named by their templates, so that no
 * text of a client's gets into the log.
 */
class RefusalFilter {
  private static final int FORBIDDEN = 403;
  private static final int FIRST_REFUSAL = 400;
  private static final int NOT_SATISFIABLE = 416;

  private final Refusals refusals;
  private final CurrentIdentityAssociation identities;

  RefusalFilter(Refusals refusals, CurrentIdentityAssociation identities) {
    this.refusals = refusals;
    this.identities = identities;
  }

  @ServerResponseFilter
  public void note(
      ContainerRequestContext request,
      ContainerResponseContext response,
      @Nullable ResourceInfo resource) {
    // A request that no method takes, such as one with a body of another format, has none
    if (resource == null) {
      return;
    }
    @Nullable Method method = resource.getResourceMethod();
    if (response.getStatus() < FIRST_REFUSAL || method == null) {
      return;
    }
    action(response, method)
        .ifPresent(
            action ->
                person()
                    .ifPresent(
                        access ->
                            refusals.note(access, action, endpoint(request, resource, method))));
  }

  private static Optional<String> action(ContainerResponseContext response, Method method) {
    if (response.getStatus() == FORBIDDEN) {
      boolean token =
          response.getEntity() instanceof Problem problem
              && problem.type().equals(ProblemType.CSRF.uri());
      return Optional.of(token ? "csrf-refused" : "access-refused");
    }
    boolean download =
        method.isAnnotationPresent(RefusalsAudited.class)
            || method.getDeclaringClass().isAnnotationPresent(RefusalsAudited.class);
    return download && response.getStatus() != NOT_SATISFIABLE
        ? Optional.of("download-refused")
        : Optional.empty();
  }

  private Optional<Access> person() {
    return Optional.ofNullable(
        identities.getIdentity().<Access>getAttribute(CurrentAccess.ATTRIBUTE));
  }

  /** Such as {@code POST /api/v1/keys/{keyId}/revocation}. */
  private static String endpoint(
      ContainerRequestContext request, ResourceInfo resource, Method method) {
    return request.getMethod() + " " + path(resource.getResourceClass()) + path(method);
  }

  private static String path(java.lang.reflect.AnnotatedElement element) {
    @Nullable Path path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
