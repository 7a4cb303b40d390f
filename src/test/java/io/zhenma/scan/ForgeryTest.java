package io.zhenma.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import io.zhenma.Thorough;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.sql.Remembered;
import io.zhenma.verification.Outcome;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Made-up and damaged serial numbers under a product that exists, a million of each in a thorough
 * build: each is refused, and the database hears of none.
 */
@QuarkusTest
@Tag("database")
class ForgeryTest {
  private static final int FORGERIES = Thorough.times(20_000, 1_000_000);
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Look-ups of one product and its keys each time the catalogue's memory of them has aged. */
  private static final int QUERIES_A_REFRESH = 40;

  @Inject TestBrand brands;
  @Inject Scans scans;
  @Inject Connections connections;
  private DigitalLink genuine;

  @BeforeEach
  void aLargeBatchOnSale() {
    TestBrand.Staffed brand = brands.create("Camellia");
    int batch = brand.activeBatch(brand.product("Hand cream", 3900, 730), 1 << 30);
    genuine = DigitalLink.parse(brand.link(batch, "inner", 123_456_789));
  }

  @Test
  void randomSerialNumbersAreRefusedWithoutAQuery() {
    Random random = new Random(20261124);
    refuseAll(
        () -> {
          long high = random.nextLong() >>> 19;
          return SerialNumber.of(genuine.serial().keyId(), high, random.nextLong() >>> 14);
        });
  }

  @Test
  void serialNumbersWithFlippedBitsAreRefusedWithoutAQuery() {
    Random random = new Random(20261125);
    refuseAll(
        () -> {
          StringBuilder serial = new StringBuilder(genuine.serial().value());
          for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            int place = random.nextInt(SerialNumber.LENGTH);
            int digit = ALPHABET.indexOf(serial.charAt(place)) ^ (1 << random.nextInt(5));
            serial.setCharAt(place, ALPHABET.charAt(digit));
          }
          return new SerialNumber(serial.toString());
        });
  }

  /** Otherwise the count of the other tests would say nothing. */
  @Test
  void aLookUpOfAScanIsCounted() {
    long before = connections.takenForScans();

    assertThat(scan(genuine.serial()).verdict().outcome()).isEqualTo(Outcome.GENUINE_FIRST);

    assertThat(connections.takenForScans()).isGreaterThan(before);
  }

  private void refuseAll(Supplier<SerialNumber> forger) {
    long before = connections.takenForScans();
    Instant start = Instant.now();
    for (int i = 0; i < FORGERIES; i++) {
      SerialNumber serial = forger.get();
      if (!serial.equals(genuine.serial())) {
        Outcome outcome = scan(serial).verdict().outcome();
        assertThat(outcome).as(serial.value()).isEqualTo(Outcome.UNKNOWN);
      }
    }
    long refreshes = 1 + Duration.between(start, Instant.now()).dividedBy(Remembered.FRESH);

    assertThat(connections.takenForScans() - before)
        .isLessThanOrEqualTo(refreshes * QUERIES_A_REFRESH)
        .isLessThan(FORGERIES / 100);
  }

  private ScanAnswer scan(SerialNumber serial) {
    return scans
        .scan(
            new ScanRequest(
                UUID.randomUUID(),
                new DigitalLink(genuine.gtin(), serial),
                Instant.now(),
                "device",
                false,
                Optional.empty(),
                "",
                Locale.ENGLISH,
                Optional.empty()))
        .toCompletableFuture()
        .join();
  }

  /**
   * Counts connections that scans take, by their threads: what follows the journal takes some too.
   */
  @Singleton
  static class Connections implements AgroalPoolInterceptor {
    private static final Pattern OF_SCANS = Pattern.compile("journal-\\d+|main");
    private final AtomicLong taken = new AtomicLong();

    @Override
    public void onConnectionAcquire(Connection connection) {
      if (OF_SCANS.matcher(Thread.currentThread().getName()).matches()) {
        taken.incrementAndGet();
      }
    }

    long takenForScans() {
      return taken.get();
    }
  }
}
