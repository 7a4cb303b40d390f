package io.zhenma.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Refuses bodies over the limit of their address with a problem. The server knows one limit for all
 * and would refuse without a word. What is on its way is read and dropped up to a point and for a
 * while, since most clients look for an answer only after they have sent everything.
 */
@ApplicationScoped
class BodyLimit {
  private static final int AFTER_HEADERS = 9_000;
  private static final long MOST_DROPPED = 64L << 20;
  private static final long LONGEST_DROPPED_MS = 10_000;

  private final Vertx vertx;
  private final BodyRules rules;
  private final EdgeProblems problems;

  BodyLimit(Vertx vertx, BodyRules rules, EdgeProblems problems) {
    this.vertx = vertx;
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
      refuse(context.request());
    } else {
      context.next();
    }
  }

  private void refuse(HttpServerRequest request) {
    AtomicLong dropped = new AtomicLong();
    long timer = vertx.setTimer(LONGEST_DROPPED_MS, tooLong -> request.connection().close());
    request.endHandler(over -> vertx.cancelTimer(timer));
    request.exceptionHandler(lost -> vertx.cancelTimer(timer));
    request.handler(
        part -> {
          if (dropped.addAndGet(part.length()) > MOST_DROPPED) {
            request.connection().close();
          }
        });
    request.resume();
    problems.answer(request, ProblemType.TOO_LARGE);
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
