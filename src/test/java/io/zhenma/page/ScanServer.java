package io.zhenma.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zhenma.SamplePictures;
import io.zhenma.page.VerificationPages.Rendered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays the server's part towards the page: real pages over real HTTP, verdicts by request. */
final class ScanServer implements AutoCloseable {

  static final String PATH = "/01/06901234567892/21/" + Verdicts.SERIAL;

  /** What to answer instead of a verdict; status 0 cuts the answer short. */
  record Trouble(int status, Map<String, String> headers, String body) {
    static Trouble status(int status) {
      return new Trouble(status, Map.of(), "");
    }
  }

  final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
  final Deque<Trouble> troubles = new ConcurrentLinkedDeque<>();
  volatile String outcome = "genuine-first";

  /** The brand's; "" for none. */
  volatile String colour = "";

  /** The last complaint as it was sent. */
  volatile byte[] told = {};

  private final Languages languages = new Languages();
  private final VerificationPages pages = new VerificationPages(languages);
  private final HttpServer server;

  ScanServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  String link() {
    return linkOn("localhost");
  }

  String linkOn(String host) {
    return "http://" + host + ":" + server.getAddress().getPort() + PATH;
  }

  String complaint() {
    return "http://localhost:" + server.getAddress().getPort() + "/complaint";
  }

  /** Where a number is typed. */
  String entryOn(String host) {
    return "http://" + host + ":" + server.getAddress().getPort() + "/check";
  }

  void reset(String newOutcome) {
    posts.clear();
    troubles.clear();
    outcome = newOutcome;
    colour = "";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Locale language = languages.choose(exchange.getRequestHeaders().getFirst("Accept-Language"));
      if (exchange.getRequestMethod().equals("GET")) {
        get(exchange, language);
        return;
      }
      if (exchange.getRequestURI().getPath().equals("/complaint")) {
        told = exchange.getRequestBody().readAllBytes();
        String html = pages.receivedFragment("Brand", "7K2M-9QX4", language);
        send(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
        return;
      }
      Map<String, String> form = form(exchange);
      posts.add(form);
      Trouble trouble = troubles.poll();
      if (trouble != null) {
        send(exchange, trouble, language);
      } else if (form.containsKey("refine")) {
        exchange.sendResponseHeaders(204, -1);
      } else if (form.containsKey("fragment")) {
        String html = pages.verdictFragment(verdict(language), language);
        send(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
      } else {
        send(exchange, 200, pages.verdictDocument(verdict(language), language));
      }
    }
  }

  private VerdictPage verdict(Locale language) {
    return colour.isEmpty()
        ? Verdicts.of(outcome, language)
        : Verdicts.branded(outcome, colour, language);
  }

  private void get(HttpExchange exchange, Locale language) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/check")) {
      send(exchange, 200, pages.handEntry(HandEntry.empty("", ""), language));
    } else if (path.equals("/complaint")) {
      send(exchange, 200, pages.complaint(ComplaintPage.empty("Brand", PATH, "x"), language));
    } else if (path.equals(Verdicts.LOGO)) {
      send(exchange, SamplePictures.png(180, 54));
    } else if (path.equals(Verdicts.PICTURE)) {
      send(exchange, SamplePictures.png(320, 320));
    } else if (path.startsWith("/check/")) {
      exchange.getResponseHeaders().set("Content-Type", "text/javascript");
      byte[] script = CameraFiles.find(file).orElseThrow();
      exchange.sendResponseHeaders(200, script.length);
      exchange.getResponseBody().write(script);
    } else {
      send(exchange, 200, pages.landing(language));
    }
  }

  private void send(HttpExchange exchange, Trouble trouble, Locale language) throws IOException {
    trouble.headers().forEach(exchange.getResponseHeaders()::set);
    if (trouble.status() == 0) {
      exchange.sendResponseHeaders(200, 1000);
      return;
    }
    if (trouble.body().isEmpty()) {
      send(exchange, trouble.status(), pages.problem(trouble.status(), language));
    } else {
      send(exchange, trouble.status(), trouble.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, byte[] picture) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "image/png");
    exchange.sendResponseHeaders(200, picture.length);
    exchange.getResponseBody().write(picture);
  }

  private static void send(HttpExchange exchange, int status, Rendered page) throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", page.contentSecurityPolicy());
    exchange.getResponseHeaders().set("ETag", page.etag());
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    send(exchange, status, page.gzip());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Map<String, String> form(HttpExchange exchange) {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(body.split("&"))
          .filter(pair -> pair.contains("="))
          .map(pair -> pair.split("=", 2))
          .collect(
              Collectors.toMap(
                  pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
