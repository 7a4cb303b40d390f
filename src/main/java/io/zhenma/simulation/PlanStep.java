package io.zhenma.simulation;

import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchState;
import io.zhenma.scan.ConsentedPosition;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What happens next in the simulated world. */
sealed interface PlanStep {
  Instant at();

  /** The brand moves a batch to another state. */
  record Move(Instant at, int batch, BatchState to, String reason) implements PlanStep {}

  /**
   * Somebody scans.
   *
   * @param batch index in the {@link Assortment}
   * @param item number in the batch; of a forged code, any number
   * @param device names the device; its token follows from it
   * @param returning whether it brings the token that it was given before
   * @param address IPv4, as 32 bits
   */
  record Scan(
      UUID scanId,
      Instant at,
      int batch,
      int item,
      CodeKind kind,
      Truth truth,
      Scenario scenario,
      UUID device,
      boolean returning,
      int address,
      String userAgent,
      Locale language,
      Optional<ConsentedPosition> position)
      implements PlanStep {
    /** The same scan by a device that is new. */
    Scan byNewDevice() {
      return new Scan(
          scanId, at, batch, item, kind, truth, scenario, device, false, address, userAgent,
          language, position);
    }
  }
}
