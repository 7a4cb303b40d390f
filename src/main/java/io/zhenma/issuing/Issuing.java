package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.Gtin;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Makes products and batches and moves batches through their life. Each call is one transaction.
 */
@ApplicationScoped
public class Issuing {
  private final Products products;
  private final Batches batches;
  private final Moves moves;
  private final BrandKeys keys;
  private final Catalogue catalogue;
  private final AuditLog audit;
  private final LinkConfig links;
  private final RestrictedNumbers restricted;

  Issuing(
      Products products,
      Batches batches,
      Moves moves,
      BrandKeys keys,
      Catalogue catalogue,
      AuditLog audit,
      LinkConfig links,
      RestrictedNumbers restricted) {
    this.products = products;
    this.batches = batches;
    this.moves = moves;
    this.keys = keys;
    this.catalogue = catalogue;
    this.audit = audit;
    this.links = links;
    this.restricted = restricted;
  }

  /**
   * Registers a product.
   *
   * @throws ProblemException when a field is wrong, the GTIN is taken or is that of no product
   */
  @Transactional
  public ProductView createProduct(long brandId, long userId, String gtin, ProductDetails details) {
    Gtin number = gtin(gtin);
    switch (number.circulation()) {
      case COUPON -> throw ProblemException.field("gtin", "gtin-coupon");
      case RESERVED -> throw ProblemException.field("gtin", "gtin-reserved");
      case GLOBAL, RESTRICTED -> {}
    }
    return register(brandId, userId, number, details);
  }

  /**
   * Registers a product that has no GTIN, under a restricted-circulation number.
   *
   * @throws ProblemException when a field is wrong or no number is left
   */
  @Transactional
  public ProductView createProduct(long brandId, long userId, ProductDetails details) {
    details.check();
    return register(brandId, userId, restricted.take(), details);
  }

  private ProductView register(long brandId, long userId, Gtin gtin, ProductDetails details) {
    ProductView product = products.create(brandId, gtin, details).view();
    audit.record(brandId, userId, "product-created", "product:" + product.gtin(), product.name());
    catalogue.forget(gtin);
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
   * Issues a batch: one row, after which all its codes are valid and not active. A draft is the
   * same row, of which no code leaves yet.
   *
   * @throws ProblemException when a field is wrong or the product is not the brand's, or no more
   */
  @Transactional
  public BatchView createBatch(long brandId, long userId, NewBatch wanted) {
    BatchState state = wanted.state() == null ? BatchState.ISSUED : wanted.state();
    if (state != BatchState.ISSUED && state != BatchState.CREATED) {
      throw ProblemException.field("state", "kind", "CREATED, ISSUED");
    }
    Batch batch = batchOf(brandId, gtin(wanted.gtin()));
    wanted.details().writeTo(batch);
    batch.soldIn = Territory.stored(Territory.wanted(wanted.soldIn()));
    return numbered(batch, userId, state, "batch-created");
  }

  /**
   * Makes a batch of items whose codes an earlier system printed, not active yet.
   *
   * @throws ProblemException when the product is not the brand's or its numbers are used up
   */
  @Transactional
  public BatchView adoptBatch(long brandId, long userId, AdoptedBatch wanted) {
    Batch batch = batchOf(brandId, gtin(wanted.gtin()));
    wanted.writeTo(batch);
    return numbered(batch, userId, BatchState.ISSUED, "batch-adopted");
  }

  /** Under the brand's lock, so that its GTIN doesn't go to another brand meanwhile. */
  private Batch batchOf(long brandId, Gtin gtin) {
    batches.lockBrand(brandId);
    Batch batch = new Batch();
    batch.brandId = brandId;
    batch.product = products.require(brandId, gtin);
    batch.product.requireGtin();
    return batch;
  }

  private BatchView numbered(Batch batch, long userId, BatchState state, String action) {
    batch.number = batches.nextNumber(batch.brandId);
    if (batch.number > CodeContent.MAX_BATCH) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "number", "batches-used-up");
    }
    stamp(batch);
    batch.state = state;
    batch.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    batch.createdBy = userId;
    batches.persist(batch);
    audit.record(batch.brandId, userId, action, "batch:" + batch.number, summary(batch));
    catalogue.forget(batch.brandId, batch.number);
    return batch.view();
  }

  /** The key and the host that are current when its codes come to be. */
  private void stamp(Batch batch) {
    batch.keyId = keys.currentCodeKey(batch.brandId);
    batch.linkBase = links.base().toString().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
  }

  private static String summary(Batch batch) {
    return batch.product.gtin + " x " + batch.quantity + ", " + batch.state;
  }

  /**
   * Changes a draft.
   *
   * @throws ProblemException conflict when the batch is none any more
   */
  @Transactional
  public BatchView changeDraft(long brandId, long userId, int number, BatchDetails details) {
    Batch batch = requireDraft(brandId, number);
    details.writeTo(batch);
    audit.record(brandId, userId, "batch-changed", "batch:" + number, summary(batch));
    catalogue.forget(brandId, number);
    return batch.view();
  }

  /**
   * Deletes a draft.
   *
   * @throws ProblemException conflict when the batch is none any more
   */
  @Transactional
  public void deleteDraft(long brandId, long userId, int number) {
    Batch batch = requireDraft(brandId, number);
    batches.delete(batch);
    audit.record(brandId, userId, "batch-deleted", "batch:" + number, summary(batch));
    catalogue.forget(brandId, number);
  }

  private Batch requireDraft(long brandId, int number) {
    Batch batch = batches.requireLocked(brandId, number);
    if (batch.state != BatchState.CREATED) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "batch-no-draft");
    }
    return batch;
  }

  /**
   * Moves a batch, and all its items that may go there, to another state. A draft gets the key and
   * the host of its codes when it is issued.
   *
   * @throws ProblemException illegal-move when its present state does not lead there
   */
  @Transactional
  public BatchView move(long brandId, long userId, int number, BatchState to, String reason) {
    moves.whole(new Moves.Order(brandId, userId, number, to, reason));
    Batch batch = batches.require(brandId, number);
    batches.getEntityManager().refresh(batch);
    if (to == BatchState.ISSUED) {
      stamp(batch);
    }
    return batch.view();
  }

  /**
   * Makes one item void, for good; an item that is void stays so.
   *
   * @throws ProblemException not-found without such a batch; illegal-move in a draft
   */
  @Transactional
  public void voidItem(long brandId, long userId, int number, int item, String reason) {
    Moves.Order order = new Moves.Order(brandId, userId, number, BatchState.VOID, reason);
    moves.some(order, MoveScope.RANGE, ItemSet.of(item, item));
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
