package io.zhenma.bench;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.device.UserAgent;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.place.ClientAddress;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.scan.ScanCircumstances;
import io.zhenma.scan.ScanRequest;
import io.zhenma.scan.ScannedCode;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.verification.Circumstances;
import io.zhenma.verification.CodeFacts;
import io.zhenma.verification.Decision;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Rules;
import io.zhenma.verification.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The alternative to the journal: a transaction a scan, with entities. It looks up, decrypts,
 * locates and decides with the same code, and writes the same rows to the same tables; it spares
 * itself the journal's sequence numbers and the row of the User-Agent.
 */
@ApplicationScoped
class NaiveScans {
  private static final int ATTEMPTS = 5;

  private final Catalogue catalogue;
  private final BrandKeys keys;
  private final PlaceFinder places;
  private final EntityManager entities;
  private final AtomicLong seq = new AtomicLong();

  NaiveScans(Catalogue catalogue, BrandKeys keys, PlaceFinder places, EntityManager entities) {
    this.catalogue = catalogue;
    this.keys = keys;
    this.places = places;
    this.entities = entities;
  }

  /** Decides and records a scan; returns after the commit. */
  void scan(ScanRequest request) {
    BatchView batch = batch(request);
    CodeContent content = content(batch.brandId(), request);
    Fingerprint device = keys.fingerprinter(batch.brandId()).of("device", request.deviceToken());
    Place place = request.address().map(places::byAddress).orElse(Place.UNKNOWN);
    Circumstances now =
        ScanCircumstances.of(
            request.scanId(),
            request.at(),
            request.address(),
            new UserAgent(request.userAgent()).text(),
            request.returning(),
            device.prefix(),
            place);
    for (int attempt = 1; ; attempt++) {
      try {
        QuarkusTransaction.requiringNew().run(() -> record(request, batch, content, device, now));
        return;
      } catch (RuntimeException twoFoundNoRowOrWaitedInACircle) {
        if (attempt == ATTEMPTS) {
          throw twoFoundNoRowOrWaitedInACircle;
        }
      }
    }
  }

  private BatchView batch(ScanRequest request) {
    long brandId = catalogue.product(link(request).gtin()).orElseThrow().brandId();
    return catalogue.batch(brandId, content(brandId, request).batch()).orElseThrow();
  }

  private CodeContent content(long brandId, ScanRequest request) {
    DigitalLink link = link(request);
    return keys.codeCipher(brandId, link.serial().keyId())
        .flatMap(cipher -> cipher.open(link.gtin(), link.serial()))
        .orElseThrow();
  }

  /** A benchmark scans our own links only. */
  private static DigitalLink link(ScanRequest request) {
    return ((ScannedCode.Issued) request.code()).link();
  }

  private void record(
      ScanRequest request,
      BatchView batch,
      CodeContent content,
      Fingerprint device,
      Circumstances now) {
    if (counted(batch.brandId(), request)) {
      return;
    }
    var key = new NaiveItem.Id(batch.brandId(), content.batch(), content.item());
    @Nullable NaiveItem found = locked(key);
    ItemHistory before = found == null ? ItemHistory.NONE : found.history();
    Decision decision =
        Rules.decide(CodeFacts.of(content.kind(), Standing.ON_SALE), before, now, Policy.STANDARD);
    NaiveItem item = found == null ? new NaiveItem() : found;
    item.become(decision.after());
    if (found == null) {
      item.id = key;
      entities.persist(item);
    }
    entities.persist(row(request, batch, content, device, now.place(), decision));
  }

  /** In SQL of both databases; Hibernate would name the table to lock, which MariaDB refuses. */
  private @Nullable NaiveItem locked(NaiveItem.Id key) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT * FROM item_history WHERE brand_id = ?1 AND batch_number = ?2"
                    + " AND item_number = ?3 FOR UPDATE",
                NaiveItem.class)
            .setParameter(1, key.brandId())
            .setParameter(2, key.batch())
            .setParameter(3, key.item())
            .getResultList();
    return found.isEmpty() ? null : (NaiveItem) found.get(0);
  }

  private boolean counted(long brandId, ScanRequest request) {
    return !entities
        .createQuery(
            "select id.seq from NaiveScan where id.brandId = ?1 and scanId = ?2", Long.class)
        .setParameter(1, brandId)
        .setParameter(2, request.scanId())
        .getResultList()
        .isEmpty();
  }

  private NaiveScan row(
      ScanRequest request,
      BatchView batch,
      CodeContent content,
      Fingerprint device,
      Place place,
      Decision decision) {
    NaiveScan row = new NaiveScan();
    row.id = new NaiveScan.Id(batch.brandId(), 0, seq.incrementAndGet());
    row.scanId = request.scanId();
    row.at = request.at();
    row.productId = batch.product().id();
    row.listPriceFen = batch.product().listPriceFen();
    row.batch = content.batch();
    row.item = content.item();
    row.kind = content.kind().name();
    row.outcome = decision.verdict().outcome().name();
    row.reasons = NaiveItem.text(decision.verdict().reasons());
    row.policyVersion = Policy.STANDARD.version();
    row.device = device.bytes();
    row.userAgentId = new UserAgent(request.userAgent()).id();
    row.language = request.language().getLanguage();
    row.network = request.address().map(ClientAddress::cut).orElse("");
    row.carrier = place.carrier().name();
    row.country = place.country();
    row.province = place.province();
    row.city = place.city();
    row.placeSource = place.source().name();
    row.uncertainty = place.uncertaintyMetres();
    return row;
  }
}
