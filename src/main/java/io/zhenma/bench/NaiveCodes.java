package io.zhenma.bench;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.crypto.CodeKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** An entity a code, 1,000 to a transaction. */
@ApplicationScoped
class NaiveCodes implements PanacheRepository<NaiveCode> {

  /** Stores up to {@code count} codes. */
  Measurement store(long brandId, int count, Instant deadline) {
    long start = System.nanoTime();
    int stored = 0;
    while (stored < count && Instant.now().isBefore(deadline)) {
      int first = stored;
      int now = Math.min(CodeRows.ROWS_A_STATEMENT, count - stored);
      QuarkusTransaction.requiringNew().run(() -> store(brandId, first, now));
      stored += now;
    }
    return Measurement.since(start, "an entity a code, 1,000 a transaction", stored, "codes");
  }

  private void store(long brandId, int first, int count) {
    for (int item = first; item < first + count; item++) {
      NaiveCode code = new NaiveCode();
      code.brandId = brandId;
      code.batch = 2;
      code.item = item;
      code.kind = CodeKind.INNER.name();
      code.serial = CodeRows.randomSerial();
      code.createdAt = Instant.now();
      persist(code);
    }
  }
}
