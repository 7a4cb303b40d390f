package io.zhenma.http;

import io.quarkus.micrometer.runtime.export.handlers.PrometheusHandler;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Health and metrics have threads of their own. The framework would let them wait behind requests
 * for one of the common workers, and an orchestrator would take a busy replica for a dead one.
 */
@Singleton
@Alternative
@Priority(1)
class ManagementThreads extends AsyncHealthCheckFactory {
  private static final int FIRST = -1_000;
  private static final int THREADS = 2;

  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "management-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public Uni<HealthCheckResponse> callSync(HealthCheck check) {
    return super.callSync(check).runSubscriptionOn(threads);
  }

  void register(@Observes ManagementInterface management) {
    PrometheusHandler prometheus = new PrometheusHandler(false, Optional.empty());
    management
        .router()
        .get("/q/metrics")
        .order(FIRST)
        .handler(context -> threads.execute(() -> prometheus.handle(context)));
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
