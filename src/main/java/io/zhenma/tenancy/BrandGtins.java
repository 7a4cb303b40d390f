package io.zhenma.tenancy;

import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Which GTINs a brand may register, as administrators decide it. */
@ApplicationScoped
public class BrandGtins {
  private final Brands brands;
  private final CompanyPrefixes prefixes;
  private final AuditLog audit;
  private final Refusals refusals;

  BrandGtins(Brands brands, CompanyPrefixes prefixes, AuditLog audit, Refusals refusals) {
    this.brands = brands;
    this.prefixes = prefixes;
    this.audit = audit;
    this.refusals = refusals;
  }

  /**
   * Whether the brand may register a GTIN: one of its prefixes covers it; or nobody's does and an
   * administrator vouches for the brand.
   *
   * @param gtin its 14 digits
   * @param restricted whether it is of those that every company may use within itself
   */
  @Transactional
  public boolean allows(long brandId, String gtin, boolean restricted) {
    boolean vouched = brands.findByIdOptional(brandId).map(brand -> brand.anyGtin).orElse(false);
    return restricted
        ? vouched
        : prefixes.holder(gtin).map(holder -> holder == brandId).orElse(vouched);
  }

  /** An administrator vouches for a brand, or does so no more. */
  @Transactional
  public void vouch(long brandId, boolean anyGtin) {
    require(brandId).anyGtin = anyGtin;
  }

  /** Tells administrators that somebody wanted a GTIN that another brand has. */
  public void noteConflict(CurrentAccess by, String gtin) {
    refusals.notePlatform(by.access(), "gtin-conflict", "product:" + gtin);
  }

  /** With what was before, so that it can be set back. */
  @Transactional
  BrandRow change(long brandId, long userId, List<String> wanted, boolean anyGtin) {
    Brand brand = require(brandId);
    String before = String.join(" ", prefixes.of(brandId)) + (brand.anyGtin ? " any" : "");
    prefixes.change(brandId, userId, wanted);
    brand.anyGtin = anyGtin;
    BrandRow after = row(brand.view());
    String now = String.join(" ", after.prefixes()) + (anyGtin ? " any" : "");
    audit.record(
        brandId, userId, "brand-prefixes-changed", "brand:" + brandId, before + " -> " + now);
    return after;
  }

  /** Of whom in the brand a second factor is demanded; counts from the next request on. */
  @Transactional
  BrandRow demandSecondFactor(long brandId, long userId, SecondFactorDemand wanted) {
    Brand brand = require(brandId);
    String change = brand.secondFactor + " -> " + wanted;
    brand.secondFactor = wanted;
    audit.record(brandId, userId, "second-factor-demand-changed", "brand:" + brandId, change);
    return row(brand.view());
  }

  @Transactional
  Page<BrandRow> page(Page.Request wanted) {
    Page<BrandView> found = brands.page(wanted);
    return wanted.of(found.items().stream().map(this::row).toList(), found.total());
  }

  private BrandRow row(BrandView brand) {
    return BrandRow.of(brand, prefixes.of(brand.id()), require(brand.id()));
  }

  private Brand require(long brandId) {
    return brands
        .findByIdOptional(brandId)
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}
