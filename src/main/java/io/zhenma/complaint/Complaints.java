package io.zhenma.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.OwnScan;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The complaints of brands. */
@ApplicationScoped
class Complaints implements PanacheRepositoryBase<Complaint, Complaint.Id> {
  private static final String NEWEST = "createdAt";

  private final ComplaintPhotos photos;
  private final Secrets secrets;
  private final ComplaintShares shares;
  private final AuditLog audit;

  Complaints(ComplaintPhotos photos, Secrets secrets, ComplaintShares shares, AuditLog audit) {
    this.photos = photos;
    this.secrets = secrets;
    this.shares = shares;
    this.audit = audit;
  }

  /** The reference of what was told of this scan already. */
  @Transactional
  Optional<String> earlier(OwnScan scan) {
    return find("id.brandId = ?1 and scanId = ?2", scan.brand().id(), bytes(scan)).stream()
        .findFirst()
        .map(row -> row.id.reference());
  }

  /**
   * @throws ProblemException locked-out when device, code or brand has had its share for the day
   */
  @Transactional
  void requireShare(OwnScan scan) {
    shares.require(scan, Instant.now());
  }

  /**
   * Keeps what a consumer tells of a scan of theirs. A scan has one complaint: telling it again
   * changes nothing. Complaints to a brand are kept one after the other, so that shares hold
   * however many come at once.
   *
   * @return its reference
   * @throws ProblemException as {@link #requireShare}
   */
  @Transactional
  String file(OwnScan scan, NewComplaint told) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    shares.lock(scan.brand().id(), now);
    Optional<String> earlier = earlier(scan);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    shares.require(scan, now);
    Complaint row = new Complaint();
    row.id = new Complaint.Id(scan.brand().id(), Reference.fresh());
    row.scanId = bytes(scan);
    row.createdAt = now;
    row.changedAt = now;
    write(row, scan);
    write(row, told);
    persist(row);
    told.photo().ifPresent(photo -> photos.keep(row.id, photo.bytes()));
    return row.id.reference();
  }

  private static void write(Complaint row, OwnScan scan) {
    row.device = scan.device().bytes();
    row.code = scan.code().path();
    row.outcome = scan.outcome();
    row.gtin = scan.gtin().orElse(null);
    scan.item()
        .ifPresent(
            content -> {
              row.batch = content.batch();
              row.item = content.item();
            });
  }

  private void write(Complaint row, NewComplaint told) {
    row.boughtAt = told.boughtAt();
    row.message = told.message();
    row.state = ComplaintState.NEW;
    row.note = "";
    row.hasPhoto = told.photo().isPresent();
    if (!told.contact().isEmpty()) {
      row.contact = secrets.sealContact(row.id, told.contact());
      row.consentedAt = row.createdAt;
    }
  }

  private static byte[] bytes(OwnScan scan) {
    return ByteBuffer.allocate(16)
        .putLong(scan.scanId().getMostSignificantBits())
        .putLong(scan.scanId().getLeastSignificantBits())
        .array();
  }

  /** Newest first, without contacts. */
  @Transactional
  Page<ComplaintView> page(long brandId, @Nullable ComplaintState state, Page.Request wanted) {
    Sort newest = Sort.by(NEWEST).descending().and("id.reference");
    var found =
        state == null
            ? find("id.brandId = ?1", newest, brandId)
            : find("id.brandId = ?1 and state = ?2", newest, brandId, state);
    return wanted.of(
        found.page(wanted.page(), wanted.size()).stream()
            .map(row -> ComplaintView.of(row, null))
            .toList(),
        found.count());
  }

  /** One with its contact; who looked is written down. */
  @Transactional
  ComplaintView view(long brandId, long userId, String reference) {
    Complaint row = require(brandId, reference);
    record(row, userId, "complaint-viewed", "");
    return whole(row);
  }

  /** The photo in JPEG; who looked is written down. */
  @Transactional
  byte[] photo(long brandId, long userId, String reference) {
    Complaint row = require(brandId, reference);
    byte[] photo =
        photos.find(row.id).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    record(row, userId, "complaint-photo-viewed", "");
    return photo;
  }

  @Transactional
  ComplaintView change(
      long brandId, long userId, String reference, ComplaintState state, String note) {
    Complaint row = require(brandId, reference);
    row.state = state;
    row.note = note;
    row.changedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    row.changedBy = userId;
    record(row, userId, "complaint-changed", state.name());
    return whole(row);
  }

  /** Its note stays. */
  @Transactional
  void close(long brandId, long userId, String reference) {
    change(brandId, userId, reference, ComplaintState.CLOSED, require(brandId, reference).note);
  }

  /** Nothing of it stays but that it was erased. */
  @Transactional
  void erase(long brandId, long userId, String reference) {
    Complaint row = require(brandId, reference);
    photos.remove(row.id);
    delete(row);
    record(row, userId, "complaint-erased", "");
  }

  private Complaint require(long brandId, String reference) {
    return Reference.parse(reference)
        .flatMap(known -> findByIdOptional(new Complaint.Id(brandId, known)))
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  private ComplaintView whole(Complaint row) {
    return ComplaintView.of(
        row, row.contact == null ? null : secrets.openContact(row.id, row.contact));
  }

  private void record(Complaint row, long userId, String action, String detail) {
    audit.record(row.id.brandId(), userId, action, "complaint:" + row.id.reference(), detail);
  }
}
