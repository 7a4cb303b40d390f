package io.zhenma.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns every exception that reaches the edge into problem+json; nothing of its text or stack
 * leaves the server.
 */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final Duration SHORTLY = Duration.ofSeconds(2);

  private final ProblemTexts texts;
  private final ConstraintTexts constraints;
  private final Instance<ForbiddenReason> reasons;

  ProblemMappers(
      ProblemTexts texts, ConstraintTexts constraints, Instance<ForbiddenReason> reasons) {
    this.reasons = reasons;
    this.texts = texts;
    this.constraints = constraints;
  }

  @ServerExceptionMapper
  public Response refused(ProblemException refusal, HttpHeaders headers) {
    return texts.response(refusal, language(headers));
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException invalid, HttpHeaders headers) {
    Locale locale = ReaderLocale.of(language(headers));
    List<Problem.Violation> violations =
        invalid.getConstraintViolations().stream()
            .map(
                violation ->
                    new Problem.Violation(field(violation), constraints.of(violation, locale)))
            .sorted(java.util.Comparator.comparing(Problem.Violation::field))
            .toList();
    return texts.response(ProblemType.VALIDATION, violations, "", language(headers));
  }

  /** JSON that is readable, with a value of the wrong kind in it. */
  @ServerExceptionMapper
  public Response mistyped(MismatchedInputException wrong, HttpHeaders headers) {
    String field =
        wrong.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return field.isEmpty()
        ? plain(ProblemType.MALFORMED_JSON, headers)
        : texts.response(ProblemException.field(field, "kind-of-value"), language(headers));
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
    return plain(
        reasons.stream()
            .flatMap(known -> known.reason().stream())
            .findFirst()
            .orElse(ProblemType.FORBIDDEN),
        headers);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException refused, HttpHeaders headers, UriInfo uri) {
    int status = refused.getResponse().getStatus();
    if (refused.getCause() instanceof MismatchedInputException wrong) {
      return mistyped(wrong, headers);
    }
    if (refused.getCause() instanceof JsonProcessingException) {
      return plain(ProblemType.MALFORMED_JSON, headers);
    }
    if (isMistypedQuery(refused, uri)) {
      return texts.response(ProblemException.field("query", "kind-of-value"), language(headers));
    }
    if (status < 400) {
      return refused.getResponse();
    }
    return status == 500 ? failed(refused, headers) : plain(ProblemType.ofStatus(status), headers);
  }

  @ServerExceptionMapper
  public Response failed(Throwable failure, HttpHeaders headers) {
    Optional<ProblemType> collision = Collision.of(failure);
    if (collision.isPresent()) {
      return plain(collision.get(), headers);
    }
    if (LostDatabase.in(failure)) {
      LOG.warnf("a request was not answered, since the database is away: %s", failure.getMessage());
      return refused(ProblemException.later(ProblemType.UNAVAILABLE, SHORTLY), headers);
    }
    if (failure instanceof IllegalArgumentException && !isReadableType(headers)) {
      return plain(ProblemType.UNSUPPORTED_MEDIA_TYPE, headers);
    }
    String instance = "urn:uuid:" + UUID.randomUUID();
    LOG.errorf(failure, "request failed, told the client %s", instance);
    return texts.response(ProblemType.INTERNAL, List.of(), instance, language(headers));
  }

  private Response plain(ProblemType type, HttpHeaders headers) {
    return texts.response(type, List.of(), "", language(headers));
  }

  /** Where several methods of a path take bodies, the framework parses the type unguarded. */
  private static boolean isReadableType(HttpHeaders headers) {
    String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    try {
      return type == null || MediaType.valueOf(type) != null;
    } catch (IllegalArgumentException nonsense) {
      return false;
    }
  }

  private static @Nullable String language(HttpHeaders headers) {
    return headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
  }

  /**
   * The framework calls a path or query parameter of the wrong type not found; a query is wrong.
   */
  private static boolean isMistypedQuery(WebApplicationException refused, UriInfo uri) {
    return refused instanceof NotFoundException
        && refused.getCause() != null
        && !uri.getQueryParameters().isEmpty();
  }

  private static String field(ConstraintViolation<?> violation) {
    String last = "";
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.getName() == null ? last : node.getName();
    }
    return last;
  }
}
