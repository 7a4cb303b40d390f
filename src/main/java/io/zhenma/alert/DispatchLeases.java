package io.zhenma.alert;

import io.zhenma.problem.JobTroubles;
import io.zhenma.problem.LostDatabase;
import io.zhenma.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which replica sends to which subscription, by the database's clock. One at a time, so that a
 * subscription gets its notices in their order and an address that hangs holds one thread of the
 * platform. A lease that runs out is free: then somebody else sends once more what was not written
 * down as delivered.
 */
@ApplicationScoped
class DispatchLeases {
  private static final String FREE =
      "s.state = 'ACTIVE' AND (s.lease_until IS NULL OR s.lease_until < UTC_TIMESTAMP(3))"
          + " AND (s.wait_until IS NULL OR s.wait_until <= UTC_TIMESTAMP(3))";

  private static final String OF_DUE =
      " FROM alert_notice n JOIN alert_subscription s"
          + " ON s.brand_id = n.brand_id AND s.id = n.subscription_id"
          + " WHERE n.state = 'PENDING' AND n.due_at <= UTC_TIMESTAMP(3) AND "
          + FREE;

  /** Over all brands, by an index of what is due. */
  private static final String BRANDS =
      "SELECT n.brand_id" + OF_DUE + " GROUP BY n.brand_id ORDER BY MIN(n.due_at)";

  private static final String DUE =
      "SELECT n.subscription_id"
          + OF_DUE
          + " AND n.brand_id = ? GROUP BY n.subscription_id ORDER BY MIN(n.due_at) LIMIT 8";

  private static final String TAKE =
      "UPDATE alert_subscription s SET s.lease_owner = ?,"
          + " s.lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND"
          + " WHERE s.brand_id = ? AND s.id = ? AND "
          + FREE;
  private static final String RENEW =
      "UPDATE alert_subscription SET lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND"
          + " WHERE brand_id = ? AND id = ? AND lease_owner = ? AND state = 'ACTIVE'";
  private static final String RELEASE =
      "UPDATE alert_subscription SET lease_owner = NULL, lease_until = NULL"
          + " WHERE brand_id = ? AND id = ? AND lease_owner = ?";

  private final Store store;
  private final AlertConfig config;

  DispatchLeases(Store store, AlertConfig config) {
    this.store = store;
    this.config = config;
  }

  /** A lease of a subscription, with a name of its own each time. */
  record Lease(Subscription subscription, String owner) {}

  /**
   * Takes one that has something due and that nobody sends to, of the brand whose turn it is, and a
   * place for it.
   */
  Optional<Lease> claim(Shares shares) {
    List<Long> brands =
        store.alone(connection -> Sql.list(connection, BRANDS, List.of(), row -> row.getLong(1)));
    for (long brandId : brands.stream().sorted(shares.order()).toList()) {
      if (shares.take(brandId)) {
        Optional<Lease> taken = Optional.empty();
        try {
          taken = claim(brandId);
        } finally {
          if (taken.isEmpty()) {
            shares.giveBack(brandId);
          }
        }
        if (taken.isPresent()) {
          return taken;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Lease> claim(long brandId) {
    List<Long> due =
        store.alone(
            connection -> Sql.list(connection, DUE, List.of(brandId), row -> row.getLong(1)));
    for (long id : due) {
      Optional<Lease> taken = readable(brandId, id);
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  /** A subscription that cannot be read keeps no other from its turn. */
  private Optional<Lease> readable(long brandId, long id) {
    try {
      return store.alone(connection -> take(connection, brandId, id));
    } catch (RuntimeException failure) {
      if (LostDatabase.in(failure)) {
        throw failure;
      }
      JobTroubles.leftOut("alert-notices", "subscription " + id, failure);
      return Optional.empty();
    }
  }

  private Optional<Lease> take(Connection connection, long brandId, long id) throws SQLException {
    String owner = UUID.randomUUID().toString();
    int taken =
        Sql.update(connection, TAKE, List.of(owner, config.lease().toSeconds(), brandId, id));
    if (taken != 1) {
      return Optional.empty();
    }
    return Sql.list(
            connection,
            "SELECT * FROM alert_subscription WHERE brand_id = ? AND id = ?",
            List.of(brandId, id),
            Subscription::read)
        .stream()
        .map(subscription -> new Lease(subscription, owner))
        .findFirst();
  }

  /**
   * A sign of life before each sending.
   *
   * @return false when it is somebody else's by now, or was paused or deleted
   */
  boolean renew(Lease lease) {
    Subscription of = lease.subscription();
    return store.alone(
        connection ->
            Sql.update(
                    connection,
                    RENEW,
                    List.of(config.lease().toSeconds(), of.brandId(), of.id(), lease.owner()))
                == 1);
  }

  void release(Lease lease) {
    Subscription of = lease.subscription();
    store.alone(
        connection ->
            Sql.update(connection, RELEASE, List.of(of.brandId(), of.id(), lease.owner())));
  }
}
