package io.zhenma.app;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Posts scans over a connection that stays open (HTTP/1.1, RFC 9112) and does what the page does:
 * whatever is not acknowledged is sent again with the same id. A plain socket, so that many of them
 * leave the processors to the server.
 */
final class DrillPhone implements AutoCloseable {
  private static final String USER_AGENT =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
  private static final Pattern OUTCOME = Pattern.compile("\"outcome\":\"([a-z-]+)\"");
  private static final int CONNECT_MS = 2_000;

  /** As long as the page waits. */
  private static final int ANSWER_MS = 15_000;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final int port;
  private final Ledger ledger;
  private final String address = address();
  private @Nullable Socket socket;
  private @Nullable InputStream input;

  DrillPhone(int port, Ledger ledger) {
    this.port = port;
    this.ledger = ledger;
  }

  /**
   * Returns once the scan is acknowledged and written down, or when the ledger is closed.
   *
   * @param item what the link is of
   */
  void scan(UUID id, int item, String link) {
    ledger.sent(id, item);
    byte[] request = request(id, link);
    while (!ledger.isClosed()) {
      long start = System.nanoTime();
      try {
        Answer answer = send(request);
        if (answer.status() == OK) {
          ledger.acknowledged(
              id, new Ledger.Scan(item, answer.outcome()), System.nanoTime() - start);
          return;
        }
        ledger.refused(answer.status() == UNAVAILABLE, answer.status() + " " + answer.body());
      } catch (IOException lost) {
        close();
        ledger.lost();
      }
      Pause.millis(PAUSE.toMillis());
    }
  }

  private record Answer(int status, String body) {
    String outcome() {
      Matcher matcher = OUTCOME.matcher(body);
      return matcher.find() ? matcher.group(1) : body;
    }
  }

  private byte[] request(UUID id, String link) {
    String body = "{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(id, link);
    return ("""
            POST /api/v1/scans HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: %d\r
            User-Agent: %s\r
            Accept-Language: zh-CN\r
            X-Forwarded-For: %s\r
            \r
            %s"""
            .formatted(body.length(), USER_AGENT, address, body))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Somewhere in a network of a Chinese carrier for homes. */
  private static String address() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "113.%d.%d.%d"
        .formatted(random.nextInt(64, 128), random.nextInt(256), random.nextInt(1, 255));
  }

  private Answer send(byte[] request) throws IOException {
    if (socket == null) {
      connect();
    }
    if (socket == null || input == null) {
      throw new EOFException();
    }
    socket.getOutputStream().write(request);
    String status = line(input);
    int length = -1;
    for (String header = line(input); !header.isEmpty(); header = line(input)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    if (length < 0) {
      throw new IOException("an answer without a length: " + status);
    }
    byte[] body = input.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return new Answer(
        Integer.parseInt(status.split(" ")[1]), new String(body, StandardCharsets.UTF_8));
  }

  private void connect() throws IOException {
    Socket fresh = new Socket();
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(ANSWER_MS);
    try {
      fresh.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MS);
      input = new BufferedInputStream(fresh.getInputStream());
      socket = fresh;
    } catch (IOException refused) {
      fresh.close();
      throw refused;
    }
  }

  private static String line(InputStream input) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException goneAlready) {
      return;
    } finally {
      socket = null;
      input = null;
    }
  }
}
