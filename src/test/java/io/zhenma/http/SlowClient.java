package io.zhenma.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clients that announce a body and send it a byte at a time. Raw sockets: no library does this. */
public final class SlowClient implements AutoCloseable {
  private static final int STREAMS = 75;
  private static final int CONNECT_MS = 10_000;
  private static final int ANNOUNCED = 400;
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int END_HEADERS = 4;

  /** Each connection, with how many streams it carries; 0 is HTTP/1.1. */
  private final Map<Socket, Integer> sockets = new LinkedHashMap<>();

  private final Map<Socket, String> received = new HashMap<>();

  private final int port;

  public SlowClient(int port) {
    this.port = port;
  }

  /** What is sent, and where. */
  public record Post(String path, String contentType, String begin) {
    public static final Post SIGN_IN =
        new Post("/api/v1/session", "application/json", "{\"email\":\"a");
    public static final Post COMPLAINT =
        new Post(
            "/complaint",
            "multipart/form-data; boundary=xyz",
            "--xyz\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\na");
    public static final Post PAGE =
        new Post(
            "/01/06901234567892/21/1QFTHXYCT40A8SGPRTBB",
            "application/x-www-form-urlencoded",
            "a=b");
  }

  /** So many requests, each on a connection of its own. */
  public void http1(Post post, int requests) {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(post.path(), post.contentType(), ANNOUNCED, post.begin());
    for (int i = 0; i < requests; i++) {
      send(connect(0), head.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** So many requests, on as few connections as the server allows. */
  public void http2(Post post, int requests) {
    for (int i = 0; i < requests; i += STREAMS) {
      int here = Math.min(STREAMS, requests - i);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(PREFACE);
      frame(out, SETTINGS, 0, 0, new byte[0]);
      for (int stream = 1; stream < 2 * here; stream += 2) {
        frame(out, HEADERS, END_HEADERS, stream, headers(post));
        frame(out, DATA, 0, stream, post.begin().getBytes(StandardCharsets.US_ASCII));
      }
      send(connect(here), out.toByteArray());
    }
  }

  /** One byte more of each request. What was closed is passed over. */
  public void trickle() {
    sockets.forEach((socket, streams) -> send(socket, oneByteEach(streams)));
  }

  private static byte[] oneByteEach(int streams) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (streams == 0) {
      out.write('a');
    }
    for (int stream = 1; stream < 2 * streams; stream += 2) {
      frame(out, DATA, 0, stream, new byte[] {'a'});
    }
    return out.toByteArray();
  }

  /** How many connections the server has ended so far. */
  public int ended() {
    return (int) sockets.keySet().stream().filter(this::isEnded).count();
  }

  /** How many connections got an answer of this status so far. */
  public int answered(int status) {
    sockets.keySet().forEach(this::isEnded);
    return (int)
        received.values().stream().filter(text -> text.startsWith("HTTP/1.1 " + status)).count();
  }

  private boolean isEnded(Socket socket) {
    try {
      socket.setSoTimeout(1);
      byte[] some = new byte[4096];
      int read = socket.getInputStream().read(some);
      while (read > 0) {
        received.merge(
            socket, new String(some, 0, read, StandardCharsets.ISO_8859_1), String::concat);
        read = socket.getInputStream().read(some);
      }
      return read < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private Socket connect(int streams) {
    try {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MS);
      sockets.put(socket, streams);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException ended) {
      return;
    }
  }

  private static byte[] headers(Post post) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x83); // :method POST, of HPACK's static table (RFC 7541, appendix A)
    block.write(0x86); // :scheme http
    literal(block, ":path", post.path());
    literal(block, ":authority", "localhost");
    literal(block, "content-type", post.contentType());
    return block.toByteArray();
  }

  private static void literal(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    for (String text : List.of(name, value)) {
      block.write(text.length());
      block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void frame(
      ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    out.write(payload.length >> 16);
    out.write(payload.length >> 8);
    out.write(payload.length);
    out.write(type);
    out.write(flags);
    out.write(stream >> 24);
    out.write(stream >> 16);
    out.write(stream >> 8);
    out.write(stream);
    out.writeBytes(payload);
  }

  @Override
  public void close() {
    for (Socket socket : sockets.keySet()) {
      try {
        socket.close();
      } catch (IOException gone) {
        continue;
      }
    }
  }
}
