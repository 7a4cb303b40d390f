package io.zhenma.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is still on its way of a body that nobody wants. It is read and dropped up to a point and
 * for a while, since most clients look for an answer only after they have sent everything; closing
 * at once would take the answer from them.
 */
final class RestOfBody {
  private static final long MOST = 64L << 20;
  private static final long LONGEST_MS = 10_000;

  private RestOfBody() {}

  /** Completes when all has come, and fails when too much comes, too slowly, or nobody is there. */
  static Future<Void> drop(Vertx vertx, HttpServerRequest request) {
    if (request.isEnded()) {
      return Future.succeededFuture();
    }
    Promise<Void> over = Promise.promise();
    AtomicLong dropped = new AtomicLong();
    long timer = vertx.setTimer(LONGEST_MS, tooLong -> over.tryFail("too slow"));
    request.exceptionHandler(over::tryFail);
    request.endHandler(whole -> over.tryComplete());
    request.handler(
        part -> {
          if (dropped.addAndGet(part.length()) > MOST) {
            over.tryFail("too long");
          }
        });
    request.resume();
    return over.future().onComplete(done -> vertx.cancelTimer(timer));
  }
}
