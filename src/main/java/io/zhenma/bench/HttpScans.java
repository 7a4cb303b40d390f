package io.zhenma.bench;

import io.quarkus.vertx.http.HttpServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Posts planned scans to this process's own server over connections that stay open. */
@ApplicationScoped
class HttpScans {
  private static final String HOST = "127.0.0.1";
  private static final String PATH = "/api/v1/scans";
  private static final int NO_ANSWER = 0;

  private final Vertx vertx;
  private final HttpServer server;

  HttpScans(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Posts them, each client the next one as soon as it has its answer.
   *
   * @param clients connections, so the most scans under way
   */
  Answers run(List<PlannedScan> plan, int clients, Instant deadline) throws InterruptedException {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(clients));
    try {
      Tally tally = new Tally(plan, deadline);
      CountDownLatch open = new CountDownLatch(clients);
      for (int i = 0; i < clients; i++) {
        next(client, plan, tally, open);
      }
      open.await();
      return tally.answers("POST " + PATH + ", " + clients + " in flight");
    } finally {
      client.close();
    }
  }

  private void next(HttpClient client, List<PlannedScan> plan, Tally tally, CountDownLatch open) {
    int index = tally.next();
    if (index < 0) {
      open.countDown();
      return;
    }
    long start = System.nanoTime();
    client
        .request(HttpMethod.POST, server.getPort(), HOST, PATH)
        .compose(request -> send(request, plan.get(index)))
        .onComplete(
            answer -> {
              int status = answer.succeeded() ? answer.result() : NO_ANSWER;
              tally.answered(index, System.nanoTime() - start, status);
              next(client, plan, tally, open);
            });
  }

  private static Future<Integer> send(HttpClientRequest request, PlannedScan scan) {
    return request
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.USER_AGENT, scan.agent())
        .putHeader(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
        .putHeader(HttpHeaders.COOKIE, "zhenma_device=" + scan.device())
        .send(scan.json())
        .compose(response -> response.body().map(body -> response.statusCode()));
  }
}
