package io.zhenma.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.device.BoundedUserAgentParser;
import io.zhenma.device.Reading;
import io.zhenma.scan.UserAgentQueue.Read;
import io.zhenma.scan.UserAgentQueue.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Reads each distinct User-Agent once, after the scans that brought it were answered. One that
 * cannot be read is put aside with what its tokens tell; the others are read all the same.
 */
@ApplicationScoped
public class UserAgents {
  private static final Logger LOG = Logger.getLogger(UserAgents.class);

  /** Some hundred times what the slowest honest header takes. */
  private static final Duration PROCESSOR_TIME = Duration.ofSeconds(2);

  private static final Duration WAITING = Duration.ofSeconds(60);

  private final UserAgentQueue queue;
  private final MeterRegistry meters;
  private final AtomicLong parked;
  private final BoundedUserAgentParser parser = new BoundedUserAgentParser(PROCESSOR_TIME, WAITING);
  private long restUntil = System.nanoTime();

  UserAgents(UserAgentQueue queue, MeterRegistry meters) {
    this.queue = queue;
    this.meters = meters;
    this.parked = meters.gauge("zhenma.user.agents.parked", new AtomicLong());
    meters.gauge("zhenma.user.agents.late", parser, BoundedUserAgentParser::late);
  }

  /** Rests as long as it worked: whatever headers arrive, they keep at most half a core busy. */
  @Scheduled(
      every = "2s",
      identity = "user-agents",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void beat() throws SQLException, InterruptedException {
    long began = System.nanoTime();
    if (began - restUntil >= 0) {
      readSome();
      long ended = System.nanoTime();
      restUntil = ended + (ended - began);
    }
  }

  /** Reads all that wait and can be read; two replicas that do so at once write the same. */
  public void readAll() throws SQLException, InterruptedException {
    while (readSome()) {
      LOG.debug("more User-Agents are read");
    }
  }

  /** How many are put aside. */
  public long parked() throws SQLException {
    return queue.parked();
  }

  /** Reads once more what was put aside; returns how many that was. */
  public int readParked() throws SQLException, InterruptedException {
    int tried = queue.retryParked();
    readAll();
    return tried;
  }

  @Scheduled(every = "1m", delayed = "20s", identity = "parked-user-agents")
  void count() throws SQLException {
    parked.set(queue.parked());
  }

  void stop(@Observes ShutdownEvent stopping) {
    parser.close();
  }

  /**
   * @return whether more may wait
   */
  private synchronized boolean readSome() throws SQLException, InterruptedException {
    List<Row> rows = queue.take();
    List<Read> done = new ArrayList<>();
    try {
      for (Row row : rows) {
        Optional<Reading> reading = parser.read(row.agent());
        if (reading.isEmpty()) {
          queue.giveBack(rows.subList(done.size(), rows.size()));
          return false;
        }
        done.add(new Read(row.id(), reading.get()));
      }
    } finally {
      queue.save(done);
      tell(done);
    }
    return !rows.isEmpty();
  }

  /** In one line without the header, which anybody can write: it is found by its id. */
  private void tell(List<Read> done) {
    List<Read> poison = new ArrayList<>();
    for (Read read : done) {
      Reading.Extent extent = read.reading().extent();
      meters
          .counter("zhenma.user.agents", "extent", extent.name().toLowerCase(Locale.ROOT))
          .increment();
      if (extent.isPoison()) {
        poison.add(read);
      }
    }
    if (!poison.isEmpty()) {
      Read first = poison.get(0);
      LOG.warnf(
          "%d User-Agents could not be read and are put aside, such as that with id %d: %s %s",
          poison.size(), first.id(), first.reading().extent(), first.reading().failure());
    }
  }
}
