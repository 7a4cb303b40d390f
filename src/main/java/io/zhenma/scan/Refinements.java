package io.zhenma.scan;

import io.agroal.api.AgroalDataSource;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import io.zhenma.sql.PreparedSession;
import io.zhenma.sql.Sql;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Takes the precise position that a person allows after the verdict: same device, same scan, once,
 * within the hour.
 */
@ApplicationScoped
public class Refinements {
  private static final Duration WITHIN = Duration.ofHours(1);
  private static final int LANE = 0;
  private static final long NOBODY = -1;
  private static final Fingerprint NO_DEVICE = new Fingerprint(new byte[Fingerprint.BYTES]);

  private static final String UPDATE =
      "UPDATE scan SET country = ?, province = ?, city = ?, place_source = ?, latitude = ?,"
          + " longitude = ?, uncertainty = ?, consented_at = ?"
          + " WHERE brand_id = ? AND scan_id = ? AND device = ? AND batch_number = ?"
          + " AND item_number = ? AND consented_at IS NULL AND scanned_at > ?";

  private final AgroalDataSource database;
  private final PlaceFinder places;
  private final Admissions admissions;
  private final BrandKeys keys;

  Refinements(
      AgroalDataSource database, PlaceFinder places, Admissions admissions, BrandKeys keys) {
    this.database = database;
    this.places = places;
    this.admissions = admissions;
    this.keys = keys;
  }

  /**
   * Refines the scan of that request's id by its position, unless that is none or contradicts the
   * request's address.
   *
   * @return whether the scan is refined as well as it can be; false when there is no such scan of
   *     the request's item
   */
  @Transactional(rollbackOn = SQLException.class)
  public boolean refine(ScanRequest request) throws SQLException {
    Place place = ScanCircumstances.place(places, request.address(), request.position());
    Scan scan = scan(request);
    try (Connection connection = database.getConnection()) {
      boolean tellsMore = place.source() == PlaceSource.POSITION && !place.country().isEmpty();
      if (!tellsMore || isRefined(connection, scan)) {
        return scan.brandId() != NOBODY;
      }
      boolean refined = update(connection, scan, place);
      if (refined) {
        try (PreparedSession session = PreparedSession.within(connection)) {
          long seq = Lanes.take(session, scan.brandId(), LANE, 1);
          journal(connection, scan.brandId(), seq, scan.id(), scan.now());
        }
      }
      return refined;
    }
  }

  /** Which scan is meant: its id is not enough, since the code says whose item it is. */
  private record Scan(
      long brandId, UUID id, Fingerprint device, int batch, int item, Instant now) {}

  /** A forged code is looked for like any other, so that its answer is no faster. */
  private Scan scan(ScanRequest request) {
    if (admissions.admit(request.code()) instanceof Admission.Known known) {
      long brandId = known.brand().id();
      Fingerprint device = keys.fingerprinter(brandId).of("device", request.deviceToken());
      return new Scan(
          brandId,
          request.scanId(),
          device,
          known.content().batch(),
          known.content().item(),
          request.at());
    }
    return new Scan(NOBODY, request.scanId(), NO_DEVICE, 0, 0, request.at());
  }

  private static boolean update(Connection connection, Scan scan, Place place) throws SQLException {
    Position exact = ExactPosition.of(place);
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setString(1, place.country());
      update.setString(2, place.province());
      update.setString(3, place.city());
      update.setString(4, place.source().name());
      Sql.setDouble(update, 5, exact == null ? null : exact.latitude());
      Sql.setDouble(update, 6, exact == null ? null : exact.longitude());
      update.setDouble(7, place.uncertaintyMetres());
      update.setObject(8, Sql.utc(scan.now()));
      identify(update, 9, scan);
      update.setObject(14, Sql.utc(scan.now().minus(WITHIN)));
      return update.executeUpdate() == 1;
    }
  }

  /** A lost answer is asked for again. */
  private static boolean isRefined(Connection connection, Scan scan) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM scan WHERE brand_id = ? AND scan_id = ? AND device = ?"
                + " AND batch_number = ? AND item_number = ? AND consented_at IS NOT NULL")) {
      identify(select, 1, scan);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void identify(PreparedStatement statement, int from, Scan scan)
      throws SQLException {
    statement.setLong(from, scan.brandId());
    statement.setBytes(from + 1, Sql.bytes(scan.id()));
    statement.setBytes(from + 2, scan.device().bytes());
    statement.setInt(from + 3, scan.batch());
    statement.setInt(from + 4, scan.item());
  }

  private static void journal(
      Connection connection, long brandId, long seq, UUID scanId, Instant at) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO scan_refinement (brand_id, lane, seq, scan_id, at) VALUES (?, ?, ?, ?,"
                + " ?)")) {
      insert.setLong(1, brandId);
      insert.setInt(2, LANE);
      insert.setLong(3, seq);
      insert.setBytes(4, Sql.bytes(scanId));
      insert.setObject(5, Sql.utc(at));
      insert.executeUpdate();
    }
  }
}
