package io.zhenma.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zhenma.problem.LargeBody;
import io.zhenma.problem.ProblemTexts;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies over the limit of their address with a problem: the usual limit, unless a {@link
 * LargeBody} says otherwise. The server knows one limit for all and would refuse without a word.
 * What is on its way is read and dropped up to a point, since most clients look for an answer only
 * after they have sent everything.
 */
@ApplicationScoped
class BodyLimit {
  private static final int AFTER_HEADERS = 9_000;
  private static final long MOST_DROPPED = 64L << 20;

  private final ProblemTexts texts;
  private final ObjectMapper json;
  private final long usual;
  private final List<LargeBody> larger;

  BodyLimit(
      ProblemTexts texts,
      ObjectMapper json,
      @ConfigProperty(name = "zhenma.http.max-body-size") MemorySize usual,
      @All List<LargeBody> larger) {
    this.texts = texts;
    this.json = json;
    this.usual = usual.asLongValue();
    this.larger = larger;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_HEADERS);
  }

  /**
   * A body without a Content-Length is counted while it is read, against the number that the server
   * left in the request; this puts the address's own in its place.
   */
  void bound(@Observes Router router) {
    router
        .route()
        .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
        .handler(
            context -> {
              context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context));
              context.next();
            });
  }

  private long limit(RoutingContext context) {
    String method = context.request().method().name();
    String path = context.normalizedPath();
    String type = context.request().getHeader("Content-Type");
    return larger.stream()
        .filter(body -> body.takes(method, path, type))
        .mapToLong(LargeBody::bytes)
        .findFirst()
        .orElse(usual);
  }

  private void check(RoutingContext context) {
    if (length(context.request()) > limit(context)) {
      refuse(context);
    } else {
      context.next();
    }
  }

  private void refuse(RoutingContext context) {
    HttpServerRequest request = context.request();
    AtomicLong dropped = new AtomicLong();
    request.handler(
        part -> {
          if (dropped.addAndGet(part.length()) > MOST_DROPPED) {
            request.connection().close();
          }
        });
    request.resume();
    context
        .response()
        .setStatusCode(ProblemType.TOO_LARGE.status())
        .putHeader("Content-Type", "application/problem+json")
        .end(body(request.getHeader("Accept-Language")));
  }

  private String body(@Nullable String language) {
    try {
      return json.writeValueAsString(texts.problem(ProblemType.TOO_LARGE, language));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static long length(HttpServerRequest request) {
    String sent = request.getHeader("Content-Length");
    try {
      return sent == null ? 0 : Long.parseLong(sent);
    } catch (NumberFormatException noNumber) {
      return Long.MAX_VALUE;
    }
  }
}
