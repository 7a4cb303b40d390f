package io.zhenma.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.problem.JobTroubles;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Makes deliveries on this replica: takes leases, keeps them alive, and hands the missing files to
 * its threads in turn.
 */
@ApplicationScoped
class Workshop {
  private static final Logger LOG = Logger.getLogger(Workshop.class);
  private static final int LONGEST_STEP_SECONDS = 10;

  private final DeliveryConfig config;
  private final DeliveryLeases leases;
  private final DeliveryRuns opening;
  private final PartKeeper keeper;
  private final Map<Long, DeliveryRun> runs = new ConcurrentHashMap<>();
  private final AtomicInteger threadNumber = new AtomicInteger();
  private final ExecutorService threads;
  private final Rota rota;
  private final ManagedExecutor executor;
  private volatile boolean closing;

  Workshop(
      DeliveryConfig config,
      DeliveryLeases leases,
      DeliveryRuns opening,
      PartKeeper keeper,
      ManagedExecutor executor) {
    this.config = config;
    this.leases = leases;
    this.opening = opening;
    this.keeper = keeper;
    this.executor = executor;
    int count = config.threads().orElse(Runtime.getRuntime().availableProcessors());
    this.threads = Executors.newFixedThreadPool(count, this::thread);
    this.rota = new Rota(count);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "delivery-" + threadNumber.incrementAndGet());
    thread.setDaemon(true);
    // Scans are answered first
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** Keeps what is under way alive and takes what waits. */
  @Scheduled(
      every = "{zhenma.delivery.beat}",
      identity = "deliveries",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  synchronized void beat() {
    for (DeliveryRun run : runs.values()) {
      renew(run);
    }
    while (!closing && runs.size() < config.atOnce()) {
      Optional<Delivery> claimed = leases.claim();
      if (claimed.isEmpty()) {
        return;
      }
      open(claimed.get());
    }
  }

  /** One that cannot be renewed runs out, and does not take the others with it. */
  private void renew(DeliveryRun run) {
    try {
      if (!leases.renew(run.delivery(), run.codesDone(), run.codesPerSecond())) {
        drop(run);
      }
    } catch (RuntimeException failure) {
      JobTroubles.leftOut("deliveries", "delivery " + run.delivery().id, failure);
    }
  }

  /** Takes what waits now, not only at the next beat. */
  void look() {
    executor.execute(this::beat);
  }

  /** Ends a run at once that would otherwise hear of its cancellation at the next beat. */
  void cancel(long id) {
    Optional.ofNullable(runs.get(id)).ifPresent(this::drop);
  }

  private void open(Delivery delivery) {
    try {
      DeliveryRun run = opening.open(delivery);
      runs.put(delivery.id, run);
      if (run.isComplete()) {
        finish(run);
      } else {
        for (int i = rota.add(run); i > 0; i--) {
          threads.execute(this::work);
        }
      }
    } catch (Exception | StackOverflowError failure) {
      leases.fail(delivery, Mishap.of(failure, delivery));
    }
  }

  private void work() {
    for (Optional<Rota.Turn> turn = rota.next(); turn.isPresent(); turn = rota.next()) {
      make(turn.get().run(), turn.get().part());
    }
  }

  private void make(DeliveryRun run, DeliveryPart part) {
    try {
      keeper.make(run, part);
      run.finishedOne();
      if (run.isComplete()) {
        finish(run);
      }
    } catch (DeliveryStoppedException stopped) {
      drop(run);
    } catch (Exception | StackOverflowError failure) {
      end(run, Mishap.of(failure, run.delivery()));
    }
  }

  private void finish(DeliveryRun run) {
    leases.finish(run.delivery());
    drop(run);
  }

  /** If even this fails, the lease runs out and another run begins where this one ended. */
  private void end(DeliveryRun run, DeliveryFailure reason) {
    drop(run);
    try {
      leases.fail(run.delivery(), reason);
    } catch (RuntimeException databaseGone) {
      LOG.errorf(databaseGone, "delivery %d failed and cannot say so", run.delivery().id);
    }
  }

  private void drop(DeliveryRun run) {
    run.stop();
    runs.remove(run.delivery().id, run);
  }

  /** Hands everything back, so that another replica goes on at once. */
  void close(@Observes @Priority(1) ShutdownEvent shutdown) throws InterruptedException {
    closing = true;
    List<DeliveryRun> open = List.copyOf(runs.values());
    open.forEach(DeliveryRun::stop);
    threads.shutdown();
    if (!threads.awaitTermination(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("files of deliveries are still being written");
    }
    open.forEach(run -> leases.release(run.delivery()));
  }
}
