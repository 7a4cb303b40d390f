package io.zhenma.tenancy;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import io.zhenma.place.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Where the present request comes from, as far as may be kept. */
@ApplicationScoped
class ClientNetwork {
  private final CurrentVertxRequest requests;

  ClientNetwork(CurrentVertxRequest requests) {
    this.requests = requests;
  }

  /** The block of addresses (/24, /48), or "" when it is not known. */
  String block() {
    @Nullable RoutingContext current = requests.getCurrent();
    @Nullable SocketAddress remote = current == null ? null : current.request().remoteAddress();
    @Nullable String address = remote == null ? null : remote.hostAddress();
    return address == null ? "" : ClientAddress.parse(address).map(ClientAddress::cut).orElse("");
  }
}
