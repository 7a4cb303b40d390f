package io.zhenma.issuing;

import io.zhenma.gs1.Gtin;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Gives a GTIN to another brand. The former holder keeps its product and batches, so that its codes
 * stay verifiable under its name; it issues no more of them.
 */
@ApplicationScoped
class GtinTransfers {
  /** Each scan of a GTIN tries the keys of all brands that ever had it. */
  private static final int MOST_BRANDS = 5;

  private final Products products;
  private final Batches batches;
  private final Catalogue catalogue;
  private final AuditLog audit;

  GtinTransfers(Products products, Batches batches, Catalogue catalogue, AuditLog audit) {
    this.products = products;
    this.batches = batches;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /**
   * @param from the brand that holds it, as the administrator saw it
   * @param to the brand that shall hold it
   * @param reason 1 to 300 characters
   */
  record Order(Gtin gtin, long from, long to, String reason) {
    Order {
      reason = FieldRule.plainText("reason", reason, GtinHolders.LONGEST_REASON);
      if (from == to) {
        throw ProblemException.field("toBrandId", "gtin-same-brand");
      }
    }
  }

  /**
   * @throws ProblemException not-found without such a product or brand; conflict when somebody else
   *     holds the GTIN by now, or too many brands had it
   */
  @Transactional
  void transfer(long userId, Order order) {
    lockBrands(order);
    Product given = products.holder(order.gtin()).orElseThrow(GtinTransfers::notFound);
    if (given.brandId != order.from()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "fromBrandId", "gtin-moved-on");
    }
    Optional<Product> former = former(order);
    batches.deleteDrafts(given);
    given.holdsGtin = null;
    // The unique key lets nobody hold it before
    products.flush();
    Product taken = former.orElseGet(() -> given.copyFor(order.to()));
    taken.holdsGtin = true;
    products.persistAndFlush(taken);
    note(userId, order);
    catalogue.forget(order.gtin());
  }

  /**
   * Whoever issues a batch locks the brand too. In the order of ids, so that two transfers never
   * wait for each other.
   */
  private void lockBrands(Order order) {
    batches.lockBrand(Math.min(order.from(), order.to()));
    batches.lockBrand(Math.max(order.from(), order.to()));
  }

  /** The product of a brand that gets back what it once had. */
  private Optional<Product> former(Order order) {
    List<Product> all = products.ofEveryBrand(order.gtin());
    Optional<Product> former =
        all.stream().filter(product -> product.brandId == order.to()).findFirst();
    if (former.isEmpty() && all.size() >= MOST_BRANDS) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "toBrandId", "gtin-transfers-used-up", MOST_BRANDS);
    }
    return former;
  }

  private void note(long userId, Order order) {
    String subject = "product:" + order.gtin().digits();
    String brands = "brand " + order.from() + " -> brand " + order.to() + ", ";
    audit.record(order.from(), userId, "gtin-given-away", subject, order.reason());
    audit.record(order.to(), userId, "gtin-received", subject, order.reason());
    audit.record(null, userId, "gtin-transferred", subject, brands + order.reason());
  }

  private static ProblemException notFound() {
    return ProblemException.of(ProblemType.NOT_FOUND);
  }
}
