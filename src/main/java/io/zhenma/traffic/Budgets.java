package io.zhenma.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Token buckets by number, each filled greedily: a burst of the whole capacity, then its rate. At
 * most {@code most} are remembered; forgetting one gives its owner a full bucket again.
 */
final class Budgets {
  private final Cache<Long, Bucket> buckets;
  private final Bandwidth bandwidth;
  private final long capacity;

  Budgets(long capacity, Duration period, int most) {
    this.capacity = capacity;
    this.bandwidth = Bandwidth.builder().capacity(capacity).refillGreedy(capacity, period).build();
    this.buckets = Caffeine.newBuilder().maximumSize(most).expireAfterAccess(period).build();
  }

  /**
   * Takes one token.
   *
   * @return 0, or how many nanoseconds there is none
   */
  long take(long owner) {
    Bucket bucket = bucket(owner);
    return bucket.tryConsume(1)
        ? 0
        : Math.max(1, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** The part of the bucket that is left, 1 for a full one, 0 for an empty one. */
  double left(long owner) {
    return (double) bucket(owner).getAvailableTokens() / capacity;
  }

  private Bucket bucket(long owner) {
    return buckets.get(owner, number -> Bucket.builder().addLimit(bandwidth).build());
  }
}
