package io.zhenma.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An integrator's server: keeps what it gets and checks signatures with the JDK's own HMAC. */
final class Receiver implements AutoCloseable {
  private static final int MOST_WAITING = 256;

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile IntFunction<Answer> answers = number -> new Answer(204, "");

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), MOST_WAITING);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::take);
    server.start();
  }

  record Answer(int status, String body) {}

  /** A request. */
  record Got(String path, String id, String timestamp, String signature, String body) {

    /** As a receiver does who follows the recipe in the documentation. */
    boolean isSignedBy(String secret) {
      try {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] tag = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
        return Arrays.stream(signature.split(" "))
            .map(one -> Base64.getDecoder().decode(one.substring("v1,".length())))
            .anyMatch(one -> MessageDigest.isEqual(one, tag));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    Got with(String otherBody) {
      return new Got(path, id, timestamp, signature, otherBody);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  List<Got> got() {
    return got;
  }

  /** What the n-th request, from 1, is answered. */
  void answer(IntFunction<Answer> wanted) {
    answers = wanted;
  }

  void answer(int status) {
    answers = number -> new Answer(status, "status " + status);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    got.add(
        new Got(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            body));
    Answer answer = answers.apply(got.size());
    byte[] bytes = answer.body().getBytes(UTF_8);
    if (answer.status() == 302) {
      exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
