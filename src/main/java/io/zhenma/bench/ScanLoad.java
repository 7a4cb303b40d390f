package io.zhenma.bench;

import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.TokenSigner;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Codes;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Plans scans ahead, so that planning costs nothing while they are measured: four of five look at
 * an item nobody has scanned, the fifth at one that was scanned a while ago; a device makes four
 * scans on average.
 */
@ApplicationScoped
class ScanLoad {
  /** Stands in every User-Agent of a benchmark. */
  static final String AGENT = "zhenma-bench/";

  private static final int REPEAT_EVERY = 5;

  /** So many rounds of scans later nobody is still busy with an item's first look. */
  private static final int ROUNDS = 16;

  private static final int SCANS_A_DEVICE = 4;
  private static final int AGENTS = 20;
  private static final long DAYS = 180;

  /** First octets of blocks that are mostly China's. */
  private static final int[] NETWORKS = {36, 58, 60, 61, 112, 113, 114, 117, 119, 121, 123, 183};

  private final Codes codes;
  private final BrandKeys keys;
  private final AtomicInteger nextItem = new AtomicInteger();
  private volatile int stored;

  ScanLoad(Codes codes, BrandKeys keys) {
    this.codes = codes;
    this.keys = keys;
  }

  /**
   * Scans of items of the batch that no earlier plan of this run used, and of those it used.
   *
   * @param inFlight scans that will be under way at any time
   */
  List<PlannedScan> plan(BatchView batch, int count, int inFlight) {
    SplittableRandom random = new SplittableRandom(count);
    int before = stored;
    int first = nextItem.getAndAdd(count);
    List<Codes.IssuedCode> items =
        codes.codes(batch, List.of(CodeKind.INNER), first, count).toList();
    TokenSigner tokens = keys.deviceTokens();
    List<String> devices =
        Stream.generate(tokens::issue).limit(1 + count / SCANS_A_DEVICE).toList();
    List<PlannedScan> plan = new ArrayList<>(count);
    int fresh = 0;
    for (int i = 1; i <= count; i++) {
      int settled = fresh - ROUNDS * inFlight;
      Codes.IssuedCode item;
      if (i % REPEAT_EVERY == 0 && before > 0) {
        item = codes.code(batch, CodeKind.INNER, random.nextInt(before));
      } else if (i % REPEAT_EVERY == 0 && settled > 0) {
        item = items.get(random.nextInt(settled));
      } else {
        item = items.get(fresh++);
      }
      plan.add(
          new PlannedScan(
              timeOrdered(random),
              item.link(),
              item.url(),
              devices.get(random.nextInt(devices.size())),
              agent(random.nextInt(AGENTS)),
              address(random),
              Duration.ofSeconds(random.nextLong(Duration.ofDays(DAYS).toSeconds()))));
    }
    return plan;
  }

  /**
   * Tells of items that were stored otherwise: later plans look again at any of the batch's first
   * {@code items}, and use others for first looks. With 0 it is as in the beginning.
   */
  void stored(int items) {
    stored = items;
    nextItem.set(items);
  }

  int items() {
    return nextItem.get();
  }

  /** As the page makes them: UUID version 7 (RFC 9562, section 5.7). */
  private static UUID timeOrdered(SplittableRandom random) {
    long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(1 << 12);
    return new UUID(high, random.nextLong() & ~(3L << 62) | 1L << 63);
  }

  private static String agent(int number) {
    return "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
        + " Gecko) Mobile/15E148 MicroMessenger/8.0."
        + (30 + number)
        + " NetType/WIFI Language/zh_CN "
        + AGENT
        + "1";
  }

  private static InetAddress address(SplittableRandom random) {
    byte[] bytes = new byte[4];
    random.nextBytes(bytes);
    bytes[0] = (byte) NETWORKS[random.nextInt(NETWORKS.length)];
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException neverWithFourBytes) {
      throw new IllegalStateException(neverWithFourBytes);
    }
  }
}
