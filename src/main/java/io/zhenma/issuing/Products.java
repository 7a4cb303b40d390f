package io.zhenma.issuing;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.gs1.Gtin;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The rows of products. */
@ApplicationScoped
class Products implements PanacheRepository<Product> {
  Product create(long brandId, Gtin gtin, ProductDetails details) {
    Optional<Product> own = ofBrand(brandId, gtin);
    if (own.isPresent()) {
      own.get().requireGtin();
    }
    if (own.isPresent() || holder(gtin).isPresent()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "gtin", "gtin-taken");
    }
    Product product = new Product();
    product.brandId = brandId;
    product.gtin = gtin.digits();
    product.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    details.writeTo(product);
    persist(product);
    flush();
    return product;
  }

  Page<ProductView> page(long brandId, Page.Request wanted) {
    var found = find("brandId", Sort.by("id").descending(), brandId);
    return wanted.of(
        found.page(wanted.page(), wanted.size()).stream().map(Product::view).toList(),
        found.count());
  }

  Product require(long brandId, Gtin gtin) {
    return ofBrand(brandId, gtin).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  private Optional<Product> ofBrand(long brandId, Gtin gtin) {
    return find("brandId = ?1 and gtin = ?2", brandId, gtin.digits()).firstResultOptional();
  }

  /** Of whatever brand has the GTIN now. */
  Optional<Product> holder(Gtin gtin) {
    return find("gtin = ?1 and holdsGtin = true", gtin.digits()).firstResultOptional();
  }

  /**
   * Of the brand that has the GTIN now, then of those that had it, the last first: this is how a
   * scanned link finds its brand.
   */
  List<Product> ofEveryBrand(Gtin gtin) {
    Sort holderFirst = Sort.by("holdsGtin").descending().and("id", Sort.Direction.Descending);
    return find("gtin = ?1", holderFirst, gtin.digits()).list();
  }
}
