package io.zhenma.watch;

import io.zhenma.alert.AlertKind;
import io.zhenma.alert.AlertSubject;
import io.zhenma.alert.Alerts;
import io.zhenma.alert.Fact;
import io.zhenma.alert.Facts;
import io.zhenma.alert.Occurrence;
import io.zhenma.alert.Severity;
import io.zhenma.crypto.CodeKind;
import io.zhenma.scan.JournalProjection;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Raises an alert when an item becomes suspect, once, and one for the batch when many of its items
 * do. An item that is called genuine again (an operator cleared it) may become suspect anew. Looks
 * of machines, boxes' codes and revoked keys are no copies.
 */
@ApplicationScoped
class CopiedCodes implements JournalProjection {
  private static final String NAME = "copied-codes";
  private static final Set<Outcome> CLEARED =
      Set.of(Outcome.GENUINE_FIRST, Outcome.GENUINE_REPEAT, Outcome.EXPIRED);
  private static final Set<Reason> NO_COPY = Set.of(Reason.KEY_REVOKED, Reason.AUTOMATED_LOOK);

  private final Alerts alerts;
  private final WatchConfig config;

  CopiedCodes(Alerts alerts, WatchConfig config) {
    this.alerts = alerts;
    this.config = config;
  }

  @Override
  public String projectionName() {
    return NAME;
  }

  @Override
  public void apply(PreparedSession session, long brandId, List<ScanEvent> events)
      throws SQLException {
    SortedMap<Integer, SortedMap<Integer, List<ScanEvent>>> batches = new TreeMap<>();
    for (ScanEvent event : events) {
      boolean counts = !event.refined() && !event.visitor().isAutomated();
      if (counts && event.kind() == CodeKind.INNER) {
        batches
            .computeIfAbsent(event.batch(), batch -> new TreeMap<>())
            .computeIfAbsent(event.item(), item -> new ArrayList<>())
            .add(event);
      }
    }
    for (Map.Entry<Integer, SortedMap<Integer, List<ScanEvent>>> batch : batches.entrySet()) {
      Map<Integer, CopiedItem> known =
          CopiedItem.lock(session, brandId, batch.getKey(), batch.getValue().keySet());
      for (Map.Entry<Integer, List<ScanEvent>> item : batch.getValue().entrySet()) {
        Optional<CopiedItem> copied = Optional.ofNullable(known.get(item.getKey()));
        if (copied.isPresent() || item.getValue().stream().anyMatch(CopiedCodes::isCopy)) {
          follow(session.connection(), brandId, copied, item.getValue());
        }
      }
    }
  }

  private void follow(
      Connection connection, long brandId, Optional<CopiedItem> copied, List<ScanEvent> events)
      throws SQLException {
    events.sort(Comparator.comparing(ScanEvent::at));
    Optional<CopiedItem> item = copied;
    boolean known = item.isPresent();
    ScanEvent last = events.get(0);
    long times = 0;
    for (ScanEvent event : events) {
      if (isCopy(event)) {
        item = Optional.of(item.orElseGet(() -> CopiedItem.of(brandId, event)).and(event));
        last = event;
        times++;
      } else if (item.isPresent() && isCleared(event, item.get())) {
        item.get().delete(connection);
        item = Optional.empty();
        known = false;
        times = 0;
      }
    }
    if (item.isPresent() && times > 0) {
      item.get().save(connection);
      tell(connection, item.get(), last, times, known);
    }
  }

  private static boolean isCopy(ScanEvent event) {
    return event.outcome() == Outcome.SUSPECT
        && event.reasons().stream().anyMatch(reason -> !NO_COPY.contains(reason));
  }

  private static boolean isCleared(ScanEvent event, CopiedItem item) {
    return CLEARED.contains(event.outcome()) && event.at().isAfter(item.lastAt());
  }

  private void tell(
      Connection connection, CopiedItem item, ScanEvent last, long times, boolean known)
      throws SQLException {
    Facts facts = item.facts(last, Gtins.of(connection, item.brandId(), last.productId()));
    Occurrence copied =
        new Occurrence(
            AlertKind.COPIED_CODE, item.subject(), Severity.WARNING, facts, last.at(), times);
    if (known) {
      alerts.again(connection, item.brandId(), copied);
      return;
    }
    long ofBatch = suspectsOfBatch(connection, item);
    if (ofBatch < config.itemsOfBatch()) {
      raise(connection, item.brandId(), copied);
    } else {
      raise(connection, item.brandId(), batch(item, last, ofBatch, facts));
    }
  }

  /** When the journal is read again, what was told before is not told again. */
  private void raise(Connection connection, long brandId, Occurrence copied) throws SQLException {
    if (!alerts.wasTold(connection, brandId, copied)) {
      alerts.raise(connection, brandId, copied);
    }
  }

  private Occurrence batch(CopiedItem item, ScanEvent last, long items, Facts ofItem) {
    Facts facts =
        Facts.of(Fact.BATCH, item.batch()).and(Fact.ITEMS, items).and(Fact.SINCE, item.firstAt());
    return Occurrence.once(
        AlertKind.COPIED_CODE,
        AlertSubject.batch(item.batch()),
        Severity.CRITICAL,
        ofItem.value(Fact.GTIN).map(gtin -> facts.and(Fact.GTIN, gtin)).orElse(facts),
        last.at());
  }

  private long suspectsOfBatch(Connection connection, CopiedItem item) throws SQLException {
    return Sql.count(
        connection,
        "SELECT COUNT(*) FROM copied_item"
            + " WHERE brand_id = ? AND batch_number = ? AND last_at >= ?",
        List.of(
            item.brandId(),
            item.batch(),
            LocalDateTime.ofInstant(item.lastAt().minus(config.batchWindow()), ZoneOffset.UTC)));
  }
}
