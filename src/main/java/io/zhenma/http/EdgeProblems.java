package io.zhenma.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.zhenma.problem.ProblemTexts;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with a problem where no feature has seen the request yet. */
@ApplicationScoped
class EdgeProblems {
  /** What is refused for now may be tried again after so long. */
  private static final Duration SHORTLY = Duration.ofSeconds(5);

  private static final Set<ProblemType> PASSING =
      Set.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.OVERLOADED, ProblemType.UNAVAILABLE);

  private static final long NO_ERROR = 0;
  private static final int MOST_RESTS = 64;

  private final ProblemTexts texts;
  private final ObjectMapper json;
  private final Vertx vertx;
  private final AtomicInteger rests = new AtomicInteger();

  EdgeProblems(ProblemTexts texts, ObjectMapper json, Vertx vertx) {
    this.texts = texts;
    this.json = json;
    this.vertx = vertx;
  }

  /**
   * Answers; the connection goes on.
   *
   * @return when it is sent, or could not be
   */
  Future<Void> answer(HttpServerRequest request, ProblemType type) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return Future.succeededFuture();
    }
    if (response.headWritten()) {
      return giveUp(request);
    }
    return response.end(begin(request, type));
  }

  /** Over HTTP/2 other requests of the connection go on: behind a proxy they may be others'. */
  private static Future<Void> giveUp(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      return request.connection().close();
    }
    request.response().reset(NO_ERROR);
    return Future.succeededFuture();
  }

  private String begin(HttpServerRequest request, ProblemType type) {
    HttpServerResponse response = request.response();
    ResponseHeaders.complete(response.headers(), request);
    response.setStatusCode(type.status()).putHeader("Content-Type", "application/problem+json");
    response.putHeader("Cache-Control", "no-store");
    if (PASSING.contains(type)) {
      response.putHeader("Retry-After", Long.toString(SHORTLY.toSeconds()));
    }
    return body(type, request);
  }

  /**
   * Answers and takes nothing more of this request. The response's one end handler is left to those
   * who count requests.
   */
  void end(HttpServerRequest request, ProblemType type) {
    HttpServerResponse response = request.response();
    if (request.version() == HttpVersion.HTTP_2) {
      answer(request, type).onComplete(sent -> response.reset(NO_ERROR));
      return;
    }
    if (!response.headWritten()) {
      response.putHeader("Connection", "close");
    }
    answer(request, type).onComplete(sent -> request.connection().close());
  }

  /**
   * Answers at once what is wrong with a body that is still on its way, and drops the rest of it,
   * so that a client that sends everything first finds the answer. One that says it will close
   * would be closed with the end of the answer, so the end waits for the rest. When too many rests
   * are on their way, nothing more is taken of this one.
   */
  void refuse(HttpServerRequest request, ProblemType type) {
    HttpServerResponse response = request.response();
    boolean isOver = request.isEnded() || response.closed() || response.headWritten();
    if (isOver || rests.get() >= MOST_RESTS) {
      end(request, type);
      return;
    }
    rests.incrementAndGet();
    byte[] text = begin(request, type).getBytes(StandardCharsets.UTF_8);
    if (request.version() != HttpVersion.HTTP_2) {
      response.putHeader("Connection", "close");
    }
    response.putHeader("Content-Length", Integer.toString(text.length));
    response.write(Buffer.buffer(text));
    RestOfBody.drop(vertx, request)
        .onComplete(
            over -> {
              rests.decrementAndGet();
              finish(request, over.succeeded());
            });
  }

  private static void finish(HttpServerRequest request, boolean isWhole) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Future<Void> sent = response.end();
    if (request.version() != HttpVersion.HTTP_2) {
      sent.onComplete(done -> request.connection().close());
    } else if (!isWhole) {
      sent.onComplete(done -> response.reset(NO_ERROR));
    }
  }

  private String body(ProblemType type, HttpServerRequest request) {
    try {
      return json.writeValueAsString(texts.problem(type, request.getHeader("Accept-Language")));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
