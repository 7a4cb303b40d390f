package io.zhenma.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Hands a collected body to what reads it, which would else wait for a body that has come already.
 */
class CollectedBody {
  private static final String COLLECTED = CollectedBody.class.getName();

  private final CurrentVertxRequest current;

  CollectedBody(CurrentVertxRequest current) {
    this.current = current;
  }

  /** Says that the body of this request has come. */
  static void mark(RoutingContext context) {
    context.put(COLLECTED, true);
  }

  @ServerRequestFilter
  public void offer(ContainerRequestContext request) {
    RoutingContext context = current.getCurrent();
    if (context != null && context.get(COLLECTED) != null) {
      Buffer body = context.body().buffer();
      byte[] bytes = body == null ? new byte[0] : body.getBytes();
      request.setEntityStream(new ByteArrayInputStream(bytes));
    }
  }
}
