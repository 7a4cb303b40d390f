package io.zhenma.tenancy;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.zhenma.crypto.PasswordCost;
import io.zhenma.crypto.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;

/** Hashes and checks passwords at the cost that the operator wants. */
@ApplicationScoped
@Startup
class Passwords {
  private final PasswordCost cost;
  private final PasswordHash nobody;

  Passwords(PasswordConfig config) {
    this.cost = enough(new PasswordCost(config.memoryKib(), config.passes()), LaunchMode.current());
    this.nobody = PasswordHash.ofNobody(cost);
  }

  /**
   * Only tests may hash cheaply: they make hundreds of users.
   *
   * @throws IllegalArgumentException when the cost is too low for real passwords
   */
  static PasswordCost enough(PasswordCost cost, LaunchMode mode) {
    if (mode != LaunchMode.TEST && !cost.isEnough()) {
      throw new IllegalArgumentException(
          "zhenma.password.memory-kib and zhenma.password.passes are too low: memory is at least"
              + " 7168, and memory times passes at least 35840");
    }
    return cost;
  }

  String hash(String password) {
    return PasswordHash.of(password, cost).phc();
  }

  /** A hash that no password has; checking it takes as long as checking a real one. */
  PasswordHash nobody() {
    return nobody;
  }
}
