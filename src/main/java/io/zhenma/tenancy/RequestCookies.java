package io.zhenma.tenancy;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.List;

/**
 * Reads cookies as they were sent. Libraries differ in which of two cookies of one name they take;
 * here both are seen.
 */
final class RequestCookies {
  private static final String HOST = "__Host-";

  private RequestCookies() {}

  /** The values of all cookies of that name. */
  static List<String> named(HttpServerRequest request, String name) {
    return request.headers().getAll(HttpHeaders.COOKIE).stream()
        .flatMap(header -> Arrays.stream(header.split(";")))
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .toList();
  }

  static boolean isSecure(HttpServerRequest request) {
    return "https".equals(request.scheme());
  }

  /**
   * The name over https: no other host of the domain and no page without TLS can set a cookie of
   * that prefix (RFC 6265bis, 4.1.3.2).
   */
  static String name(HttpServerRequest request, String plain) {
    return isSecure(request) ? HOST + plain : plain;
  }

  /** A cookie of this site, for no script and no other site. */
  static NewCookie.Builder strict(HttpServerRequest request, String plain) {
    return new NewCookie.Builder(name(request, plain))
        .path("/")
        .httpOnly(true)
        .secure(isSecure(request))
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
