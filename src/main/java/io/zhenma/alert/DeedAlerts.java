package io.zhenma.alert;

import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Tells a brand's people of deeds that lift protection or look like theft, in the deed's own
 * transaction: the alert is there exactly when the deed is.
 */
@ApplicationScoped
class DeedAlerts {
  private static final Set<String> DOWNLOADS = Set.of("codes-downloaded", "delivery-downloaded");
  private static final Duration WITHIN = Duration.ofHours(1);

  private final AuditLog audit;
  private final Alerts alerts;
  private final Store store;
  private final int massDownload;

  DeedAlerts(AuditLog audit, Alerts alerts, Store store, AlertConfig config) {
    this.audit = audit;
    this.alerts = alerts;
    this.store = store;
    this.massDownload = Math.max(1, config.massDownload());
  }

  void told(@Observes Deed deed) {
    Long brandId = deed.brandId();
    if (brandId == null) {
      return;
    }
    switch (deed.action()) {
      case "key-revoked" -> raise(brandId, AlertKind.KEY_REVOKED, Severity.CRITICAL, deed);
      case "printing-house-deactivated" ->
          raise(brandId, AlertKind.HOUSE_DEACTIVATED, Severity.WARNING, deed);
      case "approval-requested" ->
          raise(brandId, AlertKind.APPROVAL_REQUESTED, Severity.CRITICAL, deed);
      case "codes-downloaded", "delivery-downloaded" -> taken(brandId, deed);
      default -> {}
    }
  }

  private void taken(long brandId, Deed deed) {
    Long userId = deed.userId();
    if (userId == null) {
      return;
    }
    Instant since = deed.at().minus(WITHIN);
    int most = 10 * massDownload;
    int subjects = audit.subjects(brandId, userId, DOWNLOADS, since, most);
    if (subjects >= massDownload) {
      Facts facts = Facts.of(Fact.DOWNLOADS, subjects).and(Fact.SINCE, since);
      raise(brandId, AlertKind.MASS_DOWNLOAD, Severity.WARNING, "user:" + userId, facts, deed.at());
    }
  }

  private void raise(long brandId, AlertKind kind, Severity severity, Deed deed) {
    raise(brandId, kind, severity, deed.subject(), Facts.NONE, deed.at());
  }

  private void raise(
      long brandId, AlertKind kind, Severity severity, String subject, Facts facts, Instant at) {
    Occurrence what = Occurrence.once(kind, new AlertSubject(subject), severity, facts, at);
    store.here(connection -> alerts.raise(connection, brandId, what));
  }
}
