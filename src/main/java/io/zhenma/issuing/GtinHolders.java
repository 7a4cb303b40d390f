package io.zhenma.issuing;

import io.zhenma.gs1.Gtin;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.Brands;
import io.zhenma.tenancy.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Who has a GTIN, and taking it away, for the platform's administrators. */
@ApplicationScoped
class GtinHolders {
  static final int LONGEST_REASON = 300;

  private final Products products;
  private final Batches batches;
  private final Brands brands;
  private final Pictures pictures;
  private final Catalogue catalogue;
  private final AuditLog audit;

  GtinHolders(
      Products products,
      Batches batches,
      Brands brands,
      Pictures pictures,
      Catalogue catalogue,
      AuditLog audit) {
    this.products = products;
    this.batches = batches;
    this.brands = brands;
    this.pictures = pictures;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /**
   * Who has a GTIN.
   *
   * @param issued whether codes of it were issued, so that it can be transferred and not released
   * @param formerBrands whose codes of it stay valid too
   */
  record Holder(
      String gtin, long brandId, String brand, boolean issued, List<String> formerBrands) {}

  @Transactional
  Holder of(String text) {
    Product product = require(Issuing.gtin(text));
    return new Holder(
        product.gtin,
        product.brandId,
        name(product),
        isIssued(product),
        former(product).map(this::name).toList());
  }

  private Stream<Product> former(Product holder) {
    return products.ofEveryBrand(new Gtin(holder.gtin)).stream()
        .filter(product -> product.brandId != holder.brandId);
  }

  private String name(Product product) {
    return brands.get(product.brandId).name();
  }

  /**
   * Takes a product without issued codes, with its drafts, from its brand, so that the GTIN is free
   * again. Codes that were issued must stay verifiable, so their GTIN stays where it is.
   *
   * @throws ProblemException not-found; conflict when codes of it were issued
   */
  @Transactional
  void release(String text, long userId, String reason) {
    String why = FieldRule.plainText("reason", reason, LONGEST_REASON);
    Gtin gtin = Issuing.gtin(text);
    Product product = require(gtin);
    // Whoever issues a batch locks the brand first
    batches.lockBrand(product.brandId);
    if (isIssued(product) || former(product).findAny().isPresent()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "gtin", "gtin-issued");
    }
    batches.deleteDrafts(product);
    if (product.picture != null) {
      pictures.remove(product.brandId, ProductPictures.subject(product));
    }
    products.delete(product);
    String subject = "product:" + gtin.digits();
    audit.record(product.brandId, userId, "gtin-released", subject, why);
    audit.record(null, userId, "gtin-taken-back", subject, "brand " + product.brandId + ", " + why);
    catalogue.forget(gtin);
  }

  private boolean isIssued(Product product) {
    return batches.count(
            "brandId = ?1 and product = ?2 and state <> ?3",
            product.brandId,
            product,
            BatchState.CREATED)
        > 0;
  }

  private Product require(Gtin gtin) {
    return products.holder(gtin).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}
