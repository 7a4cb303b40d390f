package io.zhenma.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.zhenma.crypto.TokenSigner;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.place.ClientAddress;
import io.zhenma.scan.ScanRequest;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.verification.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The alternative's own server, which takes the same posts: a worker thread and a transaction a
 * scan. It spares itself content negotiation, validation and the words of the answer.
 */
@ApplicationScoped
class NaiveEndpoint {
  static final String PATH = "/naive/scans";

  private static final String COOKIE = "zhenma_device";
  private static final int FAILED = 500;

  private final Vertx vertx;
  private final NaiveScans scans;
  private final TokenSigner tokens;
  private final ObjectMapper json;

  NaiveEndpoint(Vertx vertx, NaiveScans scans, BrandKeys keys, ObjectMapper json) {
    this.vertx = vertx;
    this.scans = scans;
    this.tokens = keys.deviceTokens();
    this.json = json;
  }

  /** Listens on a free port of the loopback interface; to be closed by the caller. */
  HttpServer start() {
    HttpServer server = vertx.createHttpServer();
    server.requestHandler(this::take);
    return server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .compose(body -> vertx.executeBlocking(() -> scan(request, body.getBytes()), false))
        .onComplete(
            answer -> {
              if (answer.failed()) {
                request.response().setStatusCode(FAILED);
              }
              request
                  .response()
                  .putHeader("Content-Type", "application/json")
                  .end(answer.succeeded() ? answer.result() : "{}");
            });
  }

  @ActivateRequestContext
  String scan(HttpServerRequest request, byte[] body) throws IOException, Gs1Exception {
    Posted posted = json.readValue(body, Posted.class);
    Verdict verdict =
        scans.scan(
            new ScanRequest(
                posted.scanId(),
                DigitalLink.parse(posted.code()),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                tokens.verified(request.getCookie(COOKIE).getValue()).orElseThrow(),
                true,
                ClientAddress.parse(request.getHeader("X-Forwarded-For")),
                request.getHeader("User-Agent"),
                Locale.SIMPLIFIED_CHINESE,
                Optional.empty()));
    return json.writeValueAsString(
        Map.of("scanId", posted.scanId(), "outcome", verdict.outcome().slug()));
  }

  /** What is posted to either. */
  record Posted(UUID scanId, String code) {}
}
