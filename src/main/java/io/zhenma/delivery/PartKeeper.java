package io.zhenma.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;

/** Makes a file and writes it down, or leaves nothing of it. */
@ApplicationScoped
class PartKeeper {
  private final PartMaker maker;
  private final DeliveryLeases leases;
  private final Spool spool;

  PartKeeper(PartMaker maker, DeliveryLeases leases, Spool spool) {
    this.maker = maker;
    this.leases = leases;
    this.spool = spool;
  }

  void make(DeliveryRun run, DeliveryPart part) throws IOException {
    DeliveryFile file = maker.make(run, part);
    boolean kept = false;
    try {
      if (!run.isTheSame(file)) {
        throw new DeliveryFailedException(DeliveryFailure.NOT_THE_SAME);
      }
      kept = leases.record(run.delivery(), file);
    } finally {
      if (!kept) {
        spool.delete(run.delivery(), Objects.requireNonNull(file.spoolName));
      }
    }
    if (!kept) {
      throw new DeliveryStoppedException();
    }
  }
}
