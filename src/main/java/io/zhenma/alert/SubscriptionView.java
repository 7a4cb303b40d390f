package io.zhenma.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the API tells it.
 *
 * @param failingSince when sending first failed without a success since, or null
 * @param pending notices that wait
 * @param dead dead letters
 */
record SubscriptionView(
    long id,
    Channel channel,
    String name,
    String address,
    @Nullable String language,
    List<AlertKind> kinds,
    Severity leastSeverity,
    SubscriptionState state,
    Instant createdAt,
    @Nullable Instant failingSince,
    long pending,
    long dead) {

  static SubscriptionView of(Subscription subscription, long pending, long dead) {
    return new SubscriptionView(
        subscription.id(),
        subscription.channel(),
        subscription.name(),
        subscription.address(),
        subscription.channel() == Channel.MAIL ? subscription.language() : null,
        List.copyOf(subscription.kinds()),
        subscription.leastSeverity(),
        subscription.state(),
        subscription.createdAt(),
        subscription.failingSince(),
        pending,
        dead);
  }
}
