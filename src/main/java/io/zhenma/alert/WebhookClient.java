package io.zhenma.alert;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to an address that was checked before, under the host's name. Follows no redirect, reads
 * the beginning of the answer alone, and closes the connection afterwards.
 */
@ApplicationScoped
class WebhookClient {
  private static final int LONGEST_ANSWER = 2_048;

  private final Vertx vertx;
  private final HttpClient client;
  private final AlertConfig.Webhook config;

  WebhookClient(Vertx vertx, AlertConfig config) {
    this.vertx = vertx;
    this.config = config.webhook();
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAlive(false)
            .setMaxPoolSize(1_000)
            .setVerifyHost(true)
            .setDecompressionSupported(false)
            .setConnectTimeout(Math.toIntExact(this.config.connectTimeout().toMillis()));
    this.config
        .trustedCertificates()
        .ifPresent(
            file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    this.client = vertx.createHttpClient(options);
  }

  /**
   * What came back.
   *
   * @param retryAfter the header's value, or null
   */
  record Answer(int status, String beginning, @Nullable String retryAfter) {}

  /**
   * @throws TimeoutException when there was no whole answer in time
   * @throws ExecutionException when it could not be sent
   */
  Answer post(WebhookUrl url, InetAddress address, Map<String, String> headers, String body)
      throws TimeoutException, ExecutionException, InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
            .setHost(url.host())
            .setPort(url.port())
            .setSsl(url.isSecure())
            .setURI(url.target())
            .setFollowRedirects(false)
            .putHeader("Host", url.authority());
    headers.forEach(options::putHeader);
    Context loop = vertx.getOrCreateContext();
    Exchange exchange = new Exchange(options, Buffer.buffer(body));
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    loop.runOnContext(
        on -> exchange.run().onComplete(answer::complete, answer::completeExceptionally));
    try {
      return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      loop.runOnContext(off -> exchange.close());
    }
  }

  /**
   * One request and its answer, on the event loop alone: a handler set from another thread may come
   * after the answer it is for.
   */
  private final class Exchange {
    private final RequestOptions options;
    private final Buffer body;
    private @Nullable HttpClientRequest request;
    private boolean closed;

    Exchange(RequestOptions options, Buffer body) {
      this.options = options;
      this.body = body;
    }

    Future<Answer> run() {
      return client.request(options).compose(this::send).compose(WebhookClient::read);
    }

    private Future<HttpClientResponse> send(HttpClientRequest connected) {
      request = connected;
      if (closed) {
        connected.connection().close();
        return Future.failedFuture(new TimeoutException());
      }
      return connected.send(body);
    }

    /** What was given up while connecting is not sent any more. */
    void close() {
      closed = true;
      if (request != null) {
        request.connection().close();
      }
    }
  }

  /** To its end or to the most that is read of it, whichever comes first. */
  private static Future<Answer> read(HttpClientResponse response) {
    Promise<Answer> done = Promise.promise();
    Buffer beginning = Buffer.buffer();
    response.exceptionHandler(done::tryFail);
    response.endHandler(end -> done.tryComplete(answer(response, beginning)));
    response.handler(
        part -> {
          beginning.appendBuffer(part);
          if (beginning.length() >= LONGEST_ANSWER) {
            done.tryComplete(answer(response, beginning.slice(0, LONGEST_ANSWER)));
          }
        });
    return done.future();
  }

  private static Answer answer(HttpClientResponse response, Buffer beginning) {
    return new Answer(
        response.statusCode(), beginning.toString(), response.getHeader("Retry-After"));
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
