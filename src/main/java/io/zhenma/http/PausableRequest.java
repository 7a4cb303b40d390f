package io.zhenma.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request that may be paused after its end. Over HTTP/1.1 each may; over HTTP/2 Vert.x 4.5 fails,
 * and whatever looks at a request after its body was collected pauses it first.
 */
final class PausableRequest extends HttpServerRequestWrapper {
  PausableRequest(HttpServerRequest request) {
    super((HttpServerRequestInternal) request);
  }

  @Override
  public HttpServerRequest pause() {
    return isEnded() ? this : super.pause();
  }

  @Override
  public HttpServerRequest fetch(long parts) {
    return isEnded() ? this : super.fetch(parts);
  }
}
