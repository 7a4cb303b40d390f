package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.tenancy.BrandView;
import io.zhenma.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the scan that a person wants to act on: it must be of the device in front of us. */
@ApplicationScoped
public class OwnScans {
  private static final Duration WITHIN = Duration.ofDays(7);

  private static final String OUTCOME =
      "SELECT outcome FROM scan WHERE brand_id = ? AND scan_id = ? AND device = ?"
          + " AND batch_number = ? AND item_number = ? AND scanned_at > ?";

  private final AgroalDataSource database;
  private final Admissions admissions;
  private final BrandKeys keys;
  private final Arrival arrival;

  OwnScans(AgroalDataSource database, Admissions admissions, BrandKeys keys, Arrival arrival) {
    this.database = database;
    this.admissions = admissions;
    this.keys = keys;
    this.arrival = arrival;
  }

  /**
   * The scan of that id and code by this request's device within the last week. Scans of unknown
   * codes are not kept: of those, the device must have scanned something here and the brand must be
   * known by what the code says.
   */
  public Optional<OwnScan> find(ScannedCode code, UUID scanId) throws SQLException {
    Optional<String> token = arrival.knownDevice();
    Optional<BrandView> brand = admissions.brandOf(code);
    if (token.isEmpty() || brand.isEmpty()) {
      return Optional.empty();
    }
    Fingerprint device = keys.fingerprinter(brand.get().id()).of("device", token.get());
    Optional<CodeContent> item =
        admissions.admit(code) instanceof Admission.Known known
            ? Optional.of(known.content())
            : Optional.empty();
    Optional<String> outcome =
        item.isPresent()
            ? recorded(brand.get().id(), scanId, device, item.get())
            : Optional.of(Outcome.UNKNOWN.slug());
    return outcome.map(
        slug -> new OwnScan(scanId, code, brand.get(), gtin(code, item), item, slug, device));
  }

  private Optional<String> recorded(long brandId, UUID scanId, Fingerprint device, CodeContent item)
      throws SQLException {
    List<Object> values =
        List.of(
            brandId,
            Sql.bytes(scanId),
            device.bytes(),
            item.batch(),
            item.item(),
            Sql.utc(Instant.now().minus(WITHIN)));
    try (Connection connection = database.getConnection()) {
      return Sql.list(connection, OUTCOME, values, row -> Outcome.valueOf(row.getString(1)).slug())
          .stream()
          .findFirst();
    }
  }

  private Optional<String> gtin(ScannedCode code, Optional<CodeContent> item) {
    return code instanceof ScannedCode.Issued issued
        ? Optional.of(issued.link().gtin().digits())
        : item.flatMap(content -> admissions.gtin(code));
  }
}
