package io.zhenma.traffic;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says in the readiness answer whether clients' addresses are known; is ready either way. */
@Readiness
@ApplicationScoped
class AddressCheck implements HealthCheck {
  private final AddressWatch watch;

  AddressCheck(AddressWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Addresses of clients")
        .withData("seen", watch.isBlind() ? "private ones: forwarding headers are not read" : "yes")
        .up()
        .build();
  }
}
