package io.zhenma.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How many wrong passwords a block of addresses may send, for whichever users: a refusal from here
 * costs neither a hash nor the database. In memory of each replica.
 */
final class BlockBudget {
  private static final int TRIES = 60;
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final int REMEMBERED = 100_000;

  private final Bandwidth bandwidth =
      Bandwidth.builder().capacity(TRIES).refillGreedy(TRIES, PERIOD).build();
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(PERIOD).build();

  /**
   * Takes a try.
   *
   * @return how long there is none; zero when it may go on
   */
  Duration take(String network) {
    Bucket bucket = bucket(network);
    return bucket.tryConsume(1)
        ? Duration.ZERO
        : Duration.ofNanos(
            Math.max(1, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
  }

  /** The password was right. */
  void giveBack(String network) {
    bucket(network).addTokens(1);
  }

  private Bucket bucket(String network) {
    return buckets.get(network, fresh -> Bucket.builder().addLimit(bandwidth).build());
  }
}
