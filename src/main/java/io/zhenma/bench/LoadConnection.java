package io.zhenma.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One connection of the load generator and the one request under way on it. Reads just enough of
 * HTTP/1.1 to know where an answer with a Content-Length ends; when the server closes, it connects
 * again for the next request.
 */
final class LoadConnection {
  /** No answer yet. */
  static final int UNDER_WAY = -1;

  /** The server closed, or answered what is no HTTP. */
  static final int NO_ANSWER = 0;

  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = 9;
  private static final int NOT_FOUND = -1;

  private final Selector selector;
  private final InetSocketAddress server;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(1 << 16);
  private SocketChannel channel;
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private int request;
  private long since;
  private int end;

  LoadConnection(Selector selector, InetSocketAddress server) throws IOException {
    this.selector = selector;
    this.server = server;
    this.channel = connect();
  }

  private SocketChannel connect() throws IOException {
    SocketChannel opened = SocketChannel.open(server);
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    opened.configureBlocking(false);
    opened.register(selector, SelectionKey.OP_READ, this);
    return opened;
  }

  int request() {
    return request;
  }

  long since() {
    return since;
  }

  /**
   * Begins a request.
   *
   * @param dueNanos from when its time counts
   */
  void send(int number, ByteBuffer octets, long dueNanos) throws IOException {
    if (!channel.isOpen()) {
      channel = connect();
    }
    request = number;
    since = dueNanos;
    end = NOT_FOUND;
    answer.clear();
    unsent = octets;
    channel.write(unsent);
    if (unsent.hasRemaining()) {
      requireNonNull(channel.keyFor(selector))
          .interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  /** Goes on with what the connection is ready for; returns the status once the answer is whole. */
  int proceed(SelectionKey key) throws IOException {
    if (key.isWritable()) {
      channel.write(unsent);
      if (!unsent.hasRemaining()) {
        key.interestOps(SelectionKey.OP_READ);
      }
    }
    if (!key.isReadable()) {
      return UNDER_WAY;
    }
    if (channel.read(answer) < 0 || !answer.hasRemaining()) {
      channel.close();
      return NO_ANSWER;
    }
    if (end == NOT_FOUND) {
      end = end();
    }
    return end == NOT_FOUND || answer.position() < end ? UNDER_WAY : status();
  }

  private int status() {
    int status = 0;
    for (int i = STATUS_AT; i < STATUS_AT + 3; i++) {
      status = status * 10 + answer.get(i) - '0';
    }
    return status;
  }

  /** Where the answer ends, once its head is there. */
  private int end() {
    for (int i = 3; i < answer.position(); i++) {
      if (answer.get(i) == '\n' && answer.get(i - 1) == '\r' && answer.get(i - 2) == '\n') {
        return i + 1 + contentLength(i);
      }
    }
    return NOT_FOUND;
  }

  private int contentLength(int headEnd) {
    for (int i = 0; i < headEnd; i++) {
      if (answer.get(i) == '\n' && startsWithLength(i + 1)) {
        return number(i + 1 + LENGTH.length);
      }
    }
    return 0;
  }

  private boolean startsWithLength(int at) {
    for (int i = 0; i < LENGTH.length; i++) {
      int letter = answer.get(at + i);
      if ((letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter) != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  private int number(int from) {
    int at = from;
    while (answer.get(at) == ' ') {
      at++;
    }
    int number = 0;
    for (; answer.get(at) >= '0' && answer.get(at) <= '9'; at++) {
      number = number * 10 + answer.get(at) - '0';
    }
    return number;
  }
}
