package io.zhenma.issuing;

import io.zhenma.gs1.Circulation;
import io.zhenma.gs1.Gtin;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.BrandGtins;
import io.zhenma.tenancy.CurrentAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Lets a brand register GTINs of its own company prefixes alone. Whether another brand has the GTIN
 * or nobody, and why, is not told: the answer is the same.
 */
@ApplicationScoped
class GtinClaims {
  private final Products products;
  private final BrandGtins brands;

  GtinClaims(Products products, BrandGtins brands) {
    this.products = products;
    this.brands = brands;
  }

  /**
   * @throws ProblemException when the GTIN is malformed, or not the brand's to register
   */
  @Transactional
  void require(CurrentAccess by, String text) {
    Gtin gtin = Issuing.gtin(text);
    Circulation circulation = gtin.circulation();
    if (circulation != Circulation.GLOBAL && circulation != Circulation.RESTRICTED) {
      return;
    }
    boolean restricted = circulation == Circulation.RESTRICTED;
    List<Product> known = products.ofEveryBrand(gtin);
    if (known.stream().anyMatch(product -> product.brandId == by.brandId())) {
      return;
    }
    if (!known.isEmpty()) {
      brands.noteConflict(by, gtin.digits());
    }
    if (!known.isEmpty() || !brands.allows(by.brandId(), gtin.digits(), restricted)) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "gtin", "gtin-not-yours");
    }
  }
}
