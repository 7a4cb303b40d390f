package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.Gtin;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes products and batches and moves batches through their life. Each call is one transaction.
 */
@ApplicationScoped
public class Issuing {
  private static final Pattern LOT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,19}");
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final int LONGEST_REASON = 300;

  private final Products products;
  private final Batches batches;
  private final BrandKeys keys;
  private final Catalogue catalogue;
  private final AuditLog audit;
  private final LinkConfig links;

  Issuing(
      Products products,
      Batches batches,
      BrandKeys keys,
      Catalogue catalogue,
      AuditLog audit,
      LinkConfig links) {
    this.products = products;
    this.batches = batches;
    this.keys = keys;
    this.catalogue = catalogue;
    this.audit = audit;
    this.links = links;
  }

  /**
   * Registers a product.
   *
   * @throws ProblemException when a field is wrong or the GTIN is taken
   */
  @Transactional
  public ProductView createProduct(long brandId, long userId, String gtin, ProductDetails details) {
    ProductView product = products.create(brandId, gtin(gtin), details).view();
    audit.record(brandId, userId, "product-created", "product:" + product.gtin(), product.name());
    catalogue.forget(gtin(gtin));
    return product;
  }

  @Transactional
  public ProductView changeProduct(long brandId, long userId, String gtin, ProductDetails details) {
    Product product = products.require(brandId, gtin(gtin));
    details.writeTo(product);
    audit.record(brandId, userId, "product-changed", "product:" + product.gtin, product.name);
    catalogue.forget(gtin(gtin));
    return product.view();
  }

  /**
   * Issues a batch: one row, after which all its codes are valid and not active.
   *
   * @throws ProblemException when a field is wrong or the product is not the brand's
   */
  @Transactional
  public BatchView createBatch(long brandId, long userId, NewBatch wanted) {
    FieldRule.range("quantity", wanted.quantity(), 1, CodeContent.MAX_ITEMS);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    FieldRule.between("producedOn", wanted.producedOn(), EARLIEST, today.plusYears(1));
    if (!LOT.matcher(wanted.lot()).matches()) {
      throw ProblemException.field("lot", "lot");
    }
    Product product = products.require(brandId, gtin(wanted.gtin()));
    Batch batch = new Batch();
    batch.brandId = brandId;
    batch.number = batches.nextNumber(brandId);
    if (batch.number > CodeContent.MAX_BATCH) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "number", "batches-used-up");
    }
    batch.product = product;
    batch.quantity = wanted.quantity();
    batch.lot = wanted.lot();
    batch.producedOn = wanted.producedOn();
    batch.expiresOn =
        product.shelfLifeDays == null ? null : wanted.producedOn().plusDays(product.shelfLifeDays);
    batch.keyId = keys.currentCodeKey(brandId);
    batch.profile = wanted.profile() == null ? CodeProfile.COMPACT : wanted.profile();
    if (batch.profile == CodeProfile.FOREIGN) {
      throw ProblemException.field("profile", "kind", "COMPACT, SIGNED");
    }
    LinkParts parts = wanted.linkParts() == null ? LinkParts.NONE : wanted.linkParts();
    if (parts.expiry() && batch.expiresOn == null) {
      throw ProblemException.field("linkParts.expiry", "link-expiry");
    }
    batch.linkLot = parts.lot();
    batch.linkExpiry = parts.expiry();
    batch.linkBase = links.base().toString().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    batch.state = BatchState.ISSUED;
    batch.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    batch.createdBy = userId;
    batches.persist(batch);
    String detail = product.gtin + " x " + batch.quantity;
    audit.record(brandId, userId, "batch-created", "batch:" + batch.number, detail);
    catalogue.forget(brandId, batch.number);
    return batch.view();
  }

  /**
   * Moves a batch to another state.
   *
   * @throws ProblemException illegal-move when its present state does not lead there
   */
  @Transactional
  public BatchView move(long brandId, long userId, int number, BatchState to, String reason) {
    String why = FieldRule.plainText("reason", reason, LONGEST_REASON);
    Batch batch = batches.require(brandId, number);
    if (!batch.state.canMoveTo(to)) {
      throw ProblemException.conflict(
          ProblemType.ILLEGAL_MOVE,
          "to",
          "move-illegal",
          batch.state,
          batch.state.moves().toString());
    }
    BatchMove move = new BatchMove();
    move.brandId = brandId;
    move.batchNumber = number;
    move.from = batch.state;
    move.to = to;
    move.reason = why;
    move.userId = userId;
    move.at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    batches.record(move);
    batch.state = to;
    audit.record(
        brandId, userId, "batch-moved", "batch:" + number, move.from + " to " + to + ": " + why);
    catalogue.forget(brandId, number);
    return batch.view();
  }

  static Gtin gtin(String text) {
    try {
      return Gtin.parse(text.strip());
    } catch (Gs1Exception wrong) {
      throw ProblemException.field(
          "gtin", wrong.error().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
