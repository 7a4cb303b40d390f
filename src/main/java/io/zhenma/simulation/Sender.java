package io.zhenma.simulation;

import io.zhenma.crypto.CodeKind;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Codes;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.ScanAnswer;
import io.zhenma.scan.ScanRequest;
import io.zhenma.scan.Scans;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends planned scans the way of all scans. */
@ApplicationScoped
class Sender {
  private static final int KEY_ID = 1;
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final long PAUSE_MILLIS = 20;

  private final Scans scans;
  private final Codes codes;
  private final BrandKeys keys;

  Sender(Scans scans, Codes codes, BrandKeys keys) {
    this.scans = scans;
    this.codes = codes;
    this.keys = keys;
  }

  /** A scan on its way. */
  record Sent(PlanStep.Scan scan, DigitalLink link, CompletableFuture<ScanAnswer> answer) {}

  /**
   * Sends one scan, and waits while the journal takes no more. Each has a request context of its
   * own, like a request: a longer one would go on seeing the batches as they were.
   */
  @ActivateRequestContext
  Sent send(PlanStep.Scan scan, BatchView batch) throws InterruptedException {
    DigitalLink link = link(scan, batch);
    ScanRequest request =
        new ScanRequest(
            scan.scanId(),
            link,
            scan.at(),
            keys.deviceTokens().tokenOf(scan.device()),
            scan.returning(),
            Optional.of(AddressBook.address(scan.address())),
            scan.userAgent(),
            scan.language(),
            scan.position());
    for (; ; ) {
      try {
        return new Sent(scan, link, scans.scan(request).toCompletableFuture());
      } catch (ProblemException refused) {
        if (refused.type() != ProblemType.OVERLOADED) {
          throw refused;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  DigitalLink link(BatchView batch, int item) {
    return codes.code(batch, CodeKind.INNER, item).link();
  }

  private DigitalLink link(PlanStep.Scan scan, BatchView batch) {
    DigitalLink issued = codes.code(batch, scan.kind(), scan.item()).link();
    if (scan.truth() != Truth.FORGED) {
      return issued;
    }
    Dice dice = Dice.of(scan.scanId().getMostSignificantBits(), "forger", scan.item(), 0);
    StringBuilder serial = new StringBuilder().append(KEY_ID);
    for (int i = 0; i < SerialNumber.BODY_LENGTH; i++) {
      serial.append(DIGITS.charAt((int) dice.below(DIGITS.length())));
    }
    return new DigitalLink(issued.gtin(), new SerialNumber(serial.toString()));
  }
}
