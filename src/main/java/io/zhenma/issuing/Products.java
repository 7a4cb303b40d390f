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
import java.util.Optional;

/** The rows of products. */
@ApplicationScoped
class Products implements PanacheRepository<Product> {
  Product create(long brandId, Gtin gtin, ProductDetails details) {
    if (count("gtin", gtin.digits()) > 0) {
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
    return find("brandId = ?1 and gtin = ?2", brandId, gtin.digits())
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** Of whatever brand: this is how a scanned link finds its brand. */
  Optional<Product> byGtin(Gtin gtin) {
    return find("gtin", gtin.digits()).firstResultOptional();
  }
}
