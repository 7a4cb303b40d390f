package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.place.NetworkClass;
import io.zhenma.place.PlaceFinder;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.tenancy.BrandView;
import io.zhenma.traffic.Asker;
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
  private final ScanTickets tickets;
  private final PlaceFinder places;
  private final Arrival arrival;

  OwnScans(
      AgroalDataSource database,
      Admissions admissions,
      BrandKeys keys,
      ScanTickets tickets,
      PlaceFinder places,
      Arrival arrival) {
    this.database = database;
    this.tickets = tickets;
    this.places = places;
    this.admissions = admissions;
    this.keys = keys;
    this.arrival = arrival;
  }

  /**
   * The scan of that code by this request's device: within the last week; within hours when the
   * code is unknown, since of such a scan nothing is kept but what the device was given.
   *
   * @param scan the scan's id, or the ticket that came with the verdict on an unknown code
   */
  public Optional<OwnScan> find(ScannedCode code, String scan) throws SQLException {
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
    Optional<UUID> scanId =
        item.isPresent() ? id(scan) : tickets.verified(scan, code, token.get(), Instant.now());
    if (scanId.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> outcome =
        item.isPresent()
            ? recorded(brand.get().id(), scanId.get(), device, item.get())
            : Optional.of(Outcome.UNKNOWN.slug());
    return outcome.map(
        slug ->
            new OwnScan(
                scanId.get(),
                code,
                brand.get(),
                gtin(code, item),
                item,
                slug,
                device,
                asker(token)));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private Asker asker(Optional<String> token) {
    return Asker.of(
        token,
        arrival.address(),
        arrival.address().map(places::listed).orElse(NetworkClass.UNKNOWN));
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
