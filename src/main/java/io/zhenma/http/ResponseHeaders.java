package io.zhenma.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
          "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin");

  /** Beginnings of addresses that stand on items. */
  private static final List<String> CODES = List.of("/01", "/gtin", "/c/");

  private static final String NOTHING_ALLOWED = "camera=(), geolocation=(), microphone=()";

  /** Only of this host: others of its domain are not ours to decide about. */
  private static final String HTTPS_FOR_A_YEAR = "max-age=31536000";

  void register(@Observes Filters filters) {
    filters.register(ResponseHeaders::guard, FIRST);
  }

  private static void guard(RoutingContext context) {
    context.addHeadersEndHandler(sent -> complete(context));
    context.next();
  }

  private static void complete(RoutingContext context) {
    MultiMap headers = context.response().headers();
    complete(headers, context.request());
    if (context.normalizedPath().startsWith(API)) {
      addMissing(headers, "Cache-Control", "no-store");
    }
  }

  /** Adds what is missing to an answer. */
  static void complete(MultiMap headers, HttpServerRequest request) {
    ALWAYS.forEach((name, value) -> addMissing(headers, name, value));
    addMissing(headers, "Permissions-Policy", permissions(request.path()));
    if (request.isSSL()) {
      addMissing(headers, "Strict-Transport-Security", HTTPS_FOR_A_YEAR);
    }
  }

  /** The page behind a code may ask for the position, the one for damaged labels for the camera. */
  private static String permissions(@Nullable String path) {
    if (path == null) {
      return NOTHING_ALLOWED;
    }
    if (path.equals("/check")) {
      return NOTHING_ALLOWED.replace("camera=()", "camera=(self)");
    }
    return CODES.stream().anyMatch(path::startsWith)
        ? NOTHING_ALLOWED.replace("geolocation=()", "geolocation=(self)")
        : NOTHING_ALLOWED;
  }

  private static void addMissing(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
