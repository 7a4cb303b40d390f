package io.zhenma.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sends prepared HTTP requests over connections that stay open, and notes when each was answered
 * and how. A program of its own on the JDK alone, one thread and no objects a request, so that it
 * takes little from the server that it measures on the same machine.
 *
 * <p>Without a rate each connection sends its next request when it has its answer. With a rate,
 * requests are due at even times, whatever the server does, and a request's time counts from when
 * it was due, so that a server that stalls is not spared the requests it kept from being sent.
 *
 * <p>Requests file: of each, its length (int) and its octets. Results file: nanoseconds of the
 * whole (long), then of each request its HTTP status (int; 0: no answer, -1: not sent in the time)
 * and the nanoseconds to its answer (long). Everything big-endian.
 */
public final class LoadGenerator {
  private static final String HOST = "127.0.0.1";
  private static final long NANOS = 1_000_000_000L;
  private static final int SELECT_MILLIS = 100;

  private final ByteBuffer requests;
  private final ByteBuffer results;
  private final Deque<LoadConnection> idle = new ArrayDeque<>();
  private final long nanosApart;
  private final long deadline;
  private final int count;
  private final long start = System.nanoTime();
  private int sent;
  private int answered;

  private LoadGenerator(
      ByteBuffer requests, ByteBuffer results, int count, double rate, long seconds) {
    this.requests = requests;
    this.results = results;
    this.count = count;
    this.nanosApart = rate > 0 ? (long) (NANOS / rate) : 0;
    this.deadline = start + seconds * NANOS;
    for (int request = 0; request < count; request++) {
      results.putInt(at(request), Answers.NOT_MADE);
    }
  }

  private static int at(int request) {
    return Long.BYTES + request * (Integer.BYTES + Long.BYTES);
  }

  /**
   * Sends them all, or as many as the time allows.
   *
   * @param arguments port, connections, requests a second (0: as many as are answered), seconds at
   *     most, requests file, results file
   */
  public static void main(String... arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    int connections = Integer.parseInt(arguments[1]);
    double rate = Double.parseDouble(arguments[2]);
    long seconds = Long.parseLong(arguments[3]);
    ByteBuffer requests = map(Path.of(arguments[4]));
    int count = count(requests);
    ByteBuffer results = ByteBuffer.allocate(Long.BYTES + count * (Integer.BYTES + Long.BYTES));
    try (Selector selector = Selector.open()) {
      LoadGenerator load = new LoadGenerator(requests, results, count, rate, seconds);
      for (int i = 0; i < connections; i++) {
        load.idle.add(new LoadConnection(selector, new InetSocketAddress(HOST, port)));
      }
      load.run(selector);
    }
    try (FileChannel out =
        FileChannel.open(
            Path.of(arguments[5]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      results.clear();
      while (results.hasRemaining()) {
        out.write(results);
      }
    }
  }

  private static ByteBuffer map(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return in.map(FileChannel.MapMode.READ_ONLY, 0, in.size());
    }
  }

  private static int count(ByteBuffer requests) {
    ByteBuffer walk = requests.duplicate();
    int count = 0;
    while (walk.hasRemaining()) {
      walk.position(walk.position() + Integer.BYTES + walk.getInt(walk.position()));
      count++;
    }
    return count;
  }

  private void run(Selector selector) throws IOException {
    while (answered < count && System.nanoTime() < deadline) {
      sendWhatIsDue();
      wait(selector);
      for (SelectionKey key : selector.selectedKeys()) {
        LoadConnection connection = (LoadConnection) key.attachment();
        int status = connection.proceed(key);
        if (status != LoadConnection.UNDER_WAY) {
          note(connection.request(), status, System.nanoTime() - connection.since());
          idle.add(connection);
        }
      }
      selector.selectedKeys().clear();
    }
    results.putLong(0, System.nanoTime() - start);
  }

  private void sendWhatIsDue() throws IOException {
    while (sent < count && !idle.isEmpty()) {
      long now = System.nanoTime();
      long due = nanosApart == 0 ? now : start + sent * nanosApart;
      if (due > now) {
        return;
      }
      int length = requests.getInt();
      ByteBuffer request = requests.slice(requests.position(), length);
      requests.position(requests.position() + length);
      results.putInt(at(sent), LoadConnection.NO_ANSWER);
      idle.remove().send(sent++, request, due);
    }
  }

  private void wait(Selector selector) throws IOException {
    if (nanosApart == 0 || sent == count || idle.isEmpty()) {
      selector.select(SELECT_MILLIS);
      return;
    }
    // Up to a millisecond late rather than a core busy with waiting, which the server needs.
    long untilDue = start + sent * nanosApart - System.nanoTime();
    selector.select(Math.max(1, untilDue / (NANOS / 1_000)));
  }

  private void note(int request, int status, long nanos) {
    results.putInt(at(request), status);
    results.putLong(at(request) + Integer.BYTES, nanos);
    answered++;
  }
}
