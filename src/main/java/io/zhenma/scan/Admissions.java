package io.zhenma.scan;

import io.zhenma.crypto.CodeContent;
import io.zhenma.foreign.ForeignCodes;
import io.zhenma.foreign.ForeignLink;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.CodeProfile;
import io.zhenma.issuing.Origin;
import io.zhenma.issuing.Origins;
import io.zhenma.issuing.ProductView;
import io.zhenma.sql.Remembered;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.verification.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a code was issued by a brand here, and what it says. A forged serial number is
 * told without touching the database; a code of an earlier system takes one indexed query.
 */
@ApplicationScoped
class Admissions {
  private static final int REMEMBERED_BRANDS = 10_000;

  private final Catalogue catalogue;
  private final Brands brands;
  private final BrandKeys keys;
  private final Origins origins;
  private final ForeignCodes foreign;
  private final Remembered<String, Optional<BrandView>> brandsBySlug;

  Admissions(
      Catalogue catalogue, Brands brands, BrandKeys keys, Origins origins, ForeignCodes foreign) {
    this.catalogue = catalogue;
    this.brands = brands;
    this.keys = keys;
    this.origins = origins;
    this.foreign = foreign;
    this.brandsBySlug = Remembered.most(REMEMBERED_BRANDS, brands::bySlug);
  }

  Admission admit(ScannedCode code) {
    return code instanceof ScannedCode.Foreign old
        ? admit(old.link())
        : admit(((ScannedCode.Issued) code).link());
  }

  /**
   * Whose code it is or claims to be; empty when it names nobody here. What none of the brands that
   * ever had the GTIN made, claims to be of the one that has it now.
   */
  Optional<BrandView> brandOf(ScannedCode code) {
    return code instanceof ScannedCode.Foreign old
        ? brandsBySlug.get(old.link().brand())
        : brandOf(((ScannedCode.Issued) code).link());
  }

  private Optional<BrandView> brandOf(DigitalLink link) {
    List<ProductView> products = catalogue.products(link.gtin());
    return products.size() > 1 && admit(link) instanceof Admission.Known known
        ? Optional.of(known.brand())
        : products.stream().findFirst().map(product -> brands.get(product.brandId()));
  }

  /** The product number of an item that was issued. */
  Optional<String> gtin(ScannedCode code) {
    return admit(code) instanceof Admission.Known known
        ? Optional.of(known.product().gtin())
        : Optional.empty();
  }

  private Admission admit(ForeignLink link) {
    return brandsBySlug
        .get(link.brand())
        .<Admission>flatMap(brand -> adopted(brand.id(), link.code()))
        .orElse(new Admission.Forged(Reason.BAD_CODE));
  }

  /** The item of a brand that has this code of an earlier system. */
  Optional<Admission.Known> adopted(long brandId, String code) {
    return foreign.find(brandId, code).flatMap(content -> adopted(brandId, content));
  }

  private Optional<Admission.Known> adopted(long brandId, CodeContent content) {
    return catalogue
        .batch(brandId, content.batch())
        .filter(batch -> content.item() < batch.quantity())
        .map(
            batch ->
                new Admission.Known(
                    brands.get(brandId), batch, batch.product(), content, Origin.UNSIGNED));
  }

  private Admission admit(DigitalLink link) {
    List<ProductView> products = catalogue.products(link.gtin());
    if (products.isEmpty()) {
      return new Admission.Forged(Reason.UNKNOWN_PRODUCT);
    }
    return products.stream()
        .flatMap(product -> opened(product, link).stream())
        .findFirst()
        .orElse(new Admission.Forged(Reason.BAD_CODE));
  }

  /** Another brand's serial number opens by one chance in 2^36, and then names a batch by less. */
  private Optional<Admission> opened(ProductView product, DigitalLink link) {
    return keys.codeCipher(product.brandId(), link.serial().keyId())
        .flatMap(cipher -> cipher.open(link.gtin(), link.serial()))
        .flatMap(content -> issued(product, content, link));
  }

  /**
   * The batch must have been made with the very key that made the serial number: whoever got hold
   * of one key must not make codes of batches of another.
   */
  private Optional<Admission> issued(ProductView product, CodeContent content, DigitalLink link) {
    return catalogue
        .batch(product.brandId(), content.batch())
        .filter(batch -> batch.product().id() == product.id())
        .filter(batch -> batch.keyId() == link.serial().keyId())
        .filter(batch -> batch.profile() != CodeProfile.FOREIGN)
        .filter(batch -> content.item() < batch.quantity())
        .map(batch -> known(product, batch, content, link));
  }

  private Admission known(
      ProductView product, BatchView batch, CodeContent content, DigitalLink link) {
    return origins
        .of(link, batch)
        .<Admission>map(
            origin ->
                new Admission.Known(brands.get(product.brandId()), batch, product, content, origin))
        .orElse(new Admission.Forged(Reason.ALTERED_LINK));
  }
}
