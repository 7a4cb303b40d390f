package io.zhenma.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.alert.DispatchLeases.Lease;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sends what is due, on this replica: a few subscriptions at a time, each on a thread. */
@ApplicationScoped
class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int LONGEST_STOP_SECONDS = 5;

  private final DispatchLeases leases;
  private final Dispatch dispatch;
  private final Shares shares;
  private final ExecutorService threads;
  private volatile boolean closing;

  Dispatcher(DispatchLeases leases, Dispatch dispatch, AlertConfig config) {
    this.leases = leases;
    this.dispatch = dispatch;
    this.shares = new Shares(config.atOnce());
    this.threads = Executors.newFixedThreadPool(config.atOnce(), Dispatcher::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "alert-notices");
    thread.setDaemon(true);
    return thread;
  }

  @Scheduled(
      every = "{zhenma.alert.beat}",
      identity = "alert-notices",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void beat() {
    while (!closing && !shares.isFull()) {
      Optional<Lease> claimed = leases.claim(shares);
      if (claimed.isEmpty()) {
        return;
      }
      Lease lease = claimed.get();
      threads.execute(() -> work(lease));
    }
  }

  /** Whatever happens here, the lease runs out and what was not delivered stays due. */
  private void work(Lease lease) {
    try {
      dispatch.run(lease, () -> closing);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "notices of subscription %d were not sent", lease.subscription().id());
    } finally {
      shares.giveBack(lease.subscription().brandId());
    }
  }

  /** Lets what is being sent end, so that it is not sent again. */
  void close(@Observes @Priority(1) ShutdownEvent shutdown) throws InterruptedException {
    closing = true;
    threads.shutdown();
    if (!threads.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("a notice was being sent and will be sent again");
    }
  }
}
