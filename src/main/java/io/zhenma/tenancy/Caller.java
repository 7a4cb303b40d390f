package io.zhenma.tenancy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.zhenma.place.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.InetAddress;
import java.util.Optional;

/** What the present request says of its sender, and the cookies that answer it. */
@RequestScoped
class Caller {
  private final HttpServerRequest request;
  private final BrandKeys keys;

  Caller(HttpServerRequest request, BrandKeys keys) {
    this.request = request;
    this.keys = keys;
  }

  Origin origin() {
    Optional<InetAddress> address = address();
    boolean isPublic = address.filter(ClientAddress::isPublic).isPresent();
    String network =
        address
            .map(found -> isPublic ? ClientAddress.cut(found) : found.getHostAddress())
            .orElse("unknown");
    return new Origin(
        network,
        isPublic,
        BrowserLabel.of(userAgent()),
        BrowserCookie.read(request, keys.browserTokens()));
  }

  private String userAgent() {
    String header = request.getHeader(HttpHeaders.USER_AGENT);
    return header == null ? "" : header;
  }

  private Optional<InetAddress> address() {
    SocketAddress remote = request.remoteAddress();
    return remote == null || remote.hostAddress() == null
        ? Optional.empty()
        : ClientAddress.parse(remote.hostAddress());
  }

  /** For the browser of somebody who signed in; it is known once nothing of that is missing. */
  NewCookie[] signedIn(Sessions.Opened opened) {
    NewCookie session = SessionCookie.of(opened.token(), request);
    return opened.access().hold() == Hold.CODE
        ? new NewCookie[] {session}
        : new NewCookie[] {
          session, BrowserCookie.with(opened.browser(), request, keys.browserTokens())
        };
  }

  /** For the browser of somebody who signed out. */
  NewCookie signedOut() {
    return SessionCookie.none(request);
  }
}
