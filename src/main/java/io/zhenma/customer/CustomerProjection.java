package io.zhenma.customer;

import io.zhenma.crypto.Fingerprint;
import io.zhenma.scan.JournalFollower;
import io.zhenma.scan.JournalProjection;
import io.zhenma.scan.ScanEvent;
import io.zhenma.sql.PreparedSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Follows the journal into profiles. */
@ApplicationScoped
public class CustomerProjection implements JournalProjection {
  private static final String NAME = "customer";

  private final JournalFollower journal;

  CustomerProjection(JournalFollower journal) {
    this.journal = journal;
  }

  @Override
  public String projectionName() {
    return NAME;
  }

  /**
   * Brings a brand's profiles up to its journal's present end.
   *
   * @return how many numbers of the journal were new
   */
  public long catchUp(long brandId) throws SQLException {
    return journal.follow(this, brandId);
  }

  /** Programs are no customers. */
  @Override
  public void apply(PreparedSession session, long brandId, List<ScanEvent> all)
      throws SQLException {
    List<ScanEvent> events = all.stream().filter(event -> !event.visitor().isAutomated()).toList();
    if (events.isEmpty()) {
      return;
    }
    SortedMap<String, Instant> devices = new TreeMap<>();
    events.forEach(event -> devices.putIfAbsent(event.device().toString(), event.at()));
    Map<Fingerprint, Fingerprint> customers = Identities.customers(session, brandId, devices);
    SortedMap<String, List<ScanEvent>> byCustomer = new TreeMap<>();
    for (ScanEvent event : events) {
      Fingerprint customer = customers.getOrDefault(event.device(), event.device());
      byCustomer.computeIfAbsent(customer.toString(), id -> new ArrayList<>()).add(event);
    }
    Map<Fingerprint, ProfileChange> changes = new LinkedHashMap<>();
    byCustomer.forEach((id, own) -> changes.put(Fingerprint.parse(id), ProfileChange.of(own)));
    Profiles.apply(session, brandId, changes);
  }
}
