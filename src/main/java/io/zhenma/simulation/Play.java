package io.zhenma.simulation;

import io.zhenma.issuing.BatchView;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One playing of a plan by one thread: scans go out in the order of time, a bounded number of them
 * before the first is answered, so that memory does not grow with the plan. Before a batch moves
 * all answers are awaited: what was scanned before the recall was answered before the recall.
 */
final class Play {
  private static final Logger LOG = Logger.getLogger(Play.class);
  private static final int IN_FLIGHT = 1_000;
  private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int STOP_SECONDS = 10;

  private final Simulation simulation;
  private final Sender sender;
  private final Stage stage;
  private final GroundTruth truth;
  private final ArrayDeque<Sender.Sent> inFlight = new ArrayDeque<>();
  private @Nullable SimulationPlan plan;
  private final Tally tally = new Tally();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  Play(Simulation simulation, Sender sender, Stage stage, GroundTruth truth) {
    this.simulation = simulation;
    this.sender = sender;
    this.stage = stage;
    this.truth = truth;
  }

  SimulationSummary run(SimulationPlan plan) throws IOException, InterruptedException {
    this.plan = plan;
    long start = System.nanoTime();
    long reported = start;
    while (!stopping && plan.hasNext()) {
      PlanStep step = plan.next();
      if (step instanceof PlanStep.Scan scan) {
        send(scan);
      } else if (step instanceof PlanStep.Move move) {
        settle(0);
        stage.move(simulation.batches().get(move.batch()), move.to(), move.reason());
      }
      if (System.nanoTime() - reported > REPORT_NANOS) {
        reported = System.nanoTime();
        LOG.infof("simulation: %d of %d scans", tally.scans(), simulation.parameters().scans());
      }
    }
    settle(0);
    return tally.summary(!stopping, Duration.ofNanos(System.nanoTime() - start));
  }

  private void send(PlanStep.Scan scan) throws IOException, InterruptedException {
    settle(IN_FLIGHT - 1);
    inFlight.add(sender.send(scan, simulation.batches().get(scan.batch())));
  }

  /** Awaits answers until no more than {@code most} are missing. */
  private void settle(int most) throws IOException {
    while (inFlight.size() > most) {
      Sender.Sent sent = inFlight.remove();
      var outcome = sent.answer().join().verdict().outcome();
      BatchView batch = simulation.batches().get(sent.scan().batch());
      truth.write(sent, batch.number(), outcome);
      tally.add(sent.scan(), outcome, copies(sent.scan()));
    }
  }

  private int copies(PlanStep.Scan scan) {
    return plan == null ? 0 : plan.copies(new Stock.Item(scan.batch(), scan.item()));
  }

  /** Ends it after the scans that are on their way, and waits for that. */
  void stop() {
    stopping = true;
    try {
      if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("simulation: scans on their way were not answered in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void ended() {
    ended.countDown();
  }
}
