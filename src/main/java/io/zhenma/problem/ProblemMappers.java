package io.zhenma.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns every exception that reaches the edge into problem+json; nothing of its text or stack
 * leaves the server.
 */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final ProblemTexts texts;

  ProblemMappers(ProblemTexts texts) {
    this.texts = texts;
  }

  @ServerExceptionMapper
  public Response refused(ProblemException refusal, HttpHeaders headers) {
    return texts.response(refusal, language(headers));
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException invalid, HttpHeaders headers) {
    List<Problem.Violation> violations =
        invalid.getConstraintViolations().stream()
            .map(violation -> new Problem.Violation(field(violation), violation.getMessage()))
            .sorted(java.util.Comparator.comparing(Problem.Violation::field))
            .toList();
    return texts.response(ProblemType.VALIDATION, violations, "", language(headers));
  }

  @ServerExceptionMapper
  public Response brokenJson(JsonProcessingException broken, HttpHeaders headers) {
    return plain(ProblemType.MALFORMED_JSON, headers);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthenticated(Exception nobody, HttpHeaders headers) {
    return plain(ProblemType.UNAUTHENTICATED, headers);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException forbidden, HttpHeaders headers) {
    return plain(ProblemType.FORBIDDEN, headers);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException refused, HttpHeaders headers) {
    int status = refused.getResponse().getStatus();
    if (refused.getCause() instanceof JsonProcessingException) {
      return plain(ProblemType.MALFORMED_JSON, headers);
    }
    if (status < 400) {
      return refused.getResponse();
    }
    return status == 500 ? failed(refused, headers) : plain(ProblemType.ofStatus(status), headers);
  }

  @ServerExceptionMapper
  public Response failed(Throwable failure, HttpHeaders headers) {
    String instance = "urn:uuid:" + UUID.randomUUID();
    LOG.errorf(failure, "request failed, told the client %s", instance);
    return texts.response(ProblemType.INTERNAL, List.of(), instance, language(headers));
  }

  private Response plain(ProblemType type, HttpHeaders headers) {
    return texts.response(type, List.of(), "", language(headers));
  }

  private static @Nullable String language(HttpHeaders headers) {
    return headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
  }

  private static String field(ConstraintViolation<?> violation) {
    String last = "";
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.getName() == null ? last : node.getName();
    }
    return last;
  }
}
