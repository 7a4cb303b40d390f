package io.zhenma.app;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * What browsers may do with our answers. Every answer gets the strictest headers, unless what made
 * it has said otherwise: pages bring a policy of their own, maps may be cached.
 */
@ApplicationScoped
class ResponseHeaders {
  /** Before everything else, so that refusals of whatever comes later are covered. */
  private static final int FIRST = 10_000;

  private static final String API = "/api/";
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin");

  void register(@Observes Filters filters) {
    filters.register(ResponseHeaders::guard, FIRST);
  }

  private static void guard(RoutingContext context) {
    context.addHeadersEndHandler(sent -> complete(context));
    context.next();
  }

  private static void complete(RoutingContext context) {
    MultiMap headers = context.response().headers();
    ALWAYS.forEach((name, value) -> addMissing(headers, name, value));
    if (context.normalizedPath().startsWith(API)) {
      addMissing(headers, "Cache-Control", "no-store");
    }
  }

  private static void addMissing(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
