package io.zhenma.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Looks at a request's target, host and forwarding headers before the server does, since the server
 * answers none of them well: a bad target gets an empty answer, a bad host a page of its own, a bad
 * forwarding header no answer at all. The server reads all before any filter runs and offers no
 * place in front of that (Quarkus 3.33), so this puts itself before its first handler; a version
 * without that handler doesn't start.
 */
@ApplicationScoped
class FirstCheck {
  private static final String FIRST_HANDLER = "rootHandler";

  private final EdgeProblems problems;

  FirstCheck(EdgeProblems problems) {
    this.problems = problems;
  }

  void install(@Observes StartupEvent starting) throws ReflectiveOperationException {
    Field field = VertxHttpRecorder.class.getDeclaredField(FIRST_HANDLER);
    field.setAccessible(true);
    Handler<HttpServerRequest> server = handler(field.get(null));
    Handler<HttpServerRequest> checked = request -> check(request, server);
    field.set(null, checked);
  }

  @SuppressWarnings("unchecked")
  private static Handler<HttpServerRequest> handler(Object value) {
    return (Handler<HttpServerRequest>) value;
  }

  private void check(HttpServerRequest request, Handler<HttpServerRequest> server) {
    HttpServerRequest checked = CheckedRequest.of(request);
    if (!hasGoodHost(request) || !RequestTarget.isReadable(checked.uri())) {
      problems.refuse(request, ProblemType.MALFORMED);
      return;
    }
    ForwardingHeaders.tidy(request.headers());
    server.handle(checked);
  }

  private static boolean hasGoodHost(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll("Host");
    if (request.version() == HttpVersion.HTTP_2) {
      HostAndPort authority = request.authority();
      return authority != null && hosts.stream().allMatch(HostHeader::isValid);
    }
    return hosts.isEmpty()
        ? request.version() == HttpVersion.HTTP_1_0
        : hosts.size() == 1 && HostHeader.isValid(hosts.get(0));
  }
}
