package io.zhenma.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses bodies over the limit of their address with a problem. The server knows one limit for all
 * and would refuse without a word.
 */
@ApplicationScoped
class BodyLimit {
  private static final int AFTER_HEADERS = 9_000;

  private final BodyRules rules;
  private final EdgeProblems problems;

  BodyLimit(BodyRules rules, EdgeProblems problems) {
    this.rules = rules;
    this.problems = problems;
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
              context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, rules.of(context).limit());
              context.next();
            });
  }

  private void check(RoutingContext context) {
    if (length(context.request()) > rules.of(context).limit()) {
      problems.refuse(context.request(), ProblemType.TOO_LARGE);
    } else {
      context.next();
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
