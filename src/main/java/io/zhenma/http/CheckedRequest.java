package io.zhenma.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose target was repaired, and that may be paused after its end: over HTTP/1.1 each
 * may; over HTTP/2 Vert.x 4.5 fails, and whatever looks at a request after its body was collected
 * pauses it first.
 */
final class CheckedRequest extends HttpServerRequestWrapper {
  private final String target;
  private @Nullable MultiMap parameters;

  private CheckedRequest(HttpServerRequest request, String target) {
    super((HttpServerRequestInternal) request);
    this.target = target;
  }

  /** The request itself where nothing is amiss with it. */
  static HttpServerRequest of(HttpServerRequest request) {
    String target = RequestTarget.repaired(request.uri());
    boolean isFine = target.equals(request.uri()) && request.version() != HttpVersion.HTTP_2;
    return isFine ? request : new CheckedRequest(request, target);
  }

  private boolean isRepaired() {
    return !target.equals(super.uri());
  }

  @Override
  public String uri() {
    return target;
  }

  @Override
  public String path() {
    return isRepaired() ? target.split("[?#]", 2)[0] : super.path();
  }

  @Override
  public @Nullable String query() {
    if (!isRepaired()) {
      return super.query();
    }
    String[] parts = target.split("#", 2)[0].split("[?]", 2);
    return parts.length == 2 ? parts[1] : null;
  }

  @Override
  public String absoluteURI() {
    return isRepaired() ? scheme() + "://" + authority() + target : super.absoluteURI();
  }

  @Override
  public MultiMap params(boolean semicolonIsNormalChar) {
    if (!isRepaired()) {
      return super.params(semicolonIsNormalChar);
    }
    MultiMap known = parameters;
    if (known == null) {
      known = MultiMap.caseInsensitiveMultiMap();
      MultiMap all = known;
      new QueryStringDecoder(target).parameters().forEach((name, values) -> all.add(name, values));
      parameters = known;
    }
    return known;
  }

  @Override
  public MultiMap params() {
    return params(false);
  }

  @Override
  public @Nullable String getParam(String name) {
    return params().get(name);
  }

  @Override
  public HttpServerRequest pause() {
    return isEnded() ? this : super.pause();
  }

  @Override
  public HttpServerRequest resume() {
    return isEnded() ? this : super.resume();
  }

  @Override
  public HttpServerRequest fetch(long parts) {
    return isEnded() ? this : super.fetch(parts);
  }
}
