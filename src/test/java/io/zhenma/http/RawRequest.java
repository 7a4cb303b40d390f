package io.zhenma.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A request as it is written on the wire, since libraries refuse to send broken ones. */
record RawRequest(String text) {
  private static final int LONGEST_WAIT_MS = 30_000;
  private static final int PART = 1_000;

  /** A GET that asks for the connection to be closed, with these header lines. */
  static RawRequest get(String path, String... headers) {
    return new RawRequest(
        "GET " + path + " HTTP/1.1\r\n" + lines(headers) + "Connection: close\r\n\r\n");
  }

  /** A POST of this body. */
  static RawRequest post(String path, String body, String... headers) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return new RawRequest(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + lines(headers)
            + "Content-Length: "
            + length
            + "\r\nConnection: close\r\n\r\n"
            + body);
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }

  /** The whole answer to a client that goes on sending when the answer has begun to come. */
  String answerWhileSending(int port) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    int half = all.length / 2;
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(LONGEST_WAIT_MS);
      OutputStream out = socket.getOutputStream();
      out.write(all, 0, half);
      int first = socket.getInputStream().read();
      for (int from = half; from < all.length; from += PART) {
        out.write(all, from, Math.min(PART, all.length - from));
      }
      return (char) first
          + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer; fails when there is none. */
  String answer(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(LONGEST_WAIT_MS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketTimeoutException hung) {
      throw new AssertionError("no answer to " + text.lines().limit(4).toList(), hung);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
