package io.zhenma.issuing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.picture.Picture;
import io.zhenma.picture.PictureUse;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;

/** The pictures of products. */
@ApplicationScoped
class ProductPictures {
  private final Products products;
  private final Pictures pictures;
  private final Catalogue catalogue;
  private final AuditLog audit;

  ProductPictures(Products products, Pictures pictures, Catalogue catalogue, AuditLog audit) {
    this.products = products;
    this.pictures = pictures;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /**
   * Gives a product a picture in the place of its former one.
   *
   * @throws io.zhenma.problem.ProblemException when the file is no picture that can be taken
   */
  ProductView change(long brandId, long userId, String gtin, InputStream file) {
    QuarkusTransaction.requiringNew().run(() -> products.require(brandId, Issuing.gtin(gtin)));
    Picture made = pictures.make(brandId, PictureUse.PRODUCT, file);
    return QuarkusTransaction.requiringNew().call(() -> keep(brandId, userId, gtin, made));
  }

  private ProductView keep(long brandId, long userId, String gtin, Picture made) {
    Product product = products.require(brandId, Issuing.gtin(gtin));
    product.picture = pictures.keep(brandId, userId, subject(product), made).toString();
    return changed(product, userId, "product-picture-changed");
  }

  @Transactional
  ProductView remove(long brandId, long userId, String gtin) {
    Product product = products.require(brandId, Issuing.gtin(gtin));
    pictures.remove(brandId, subject(product));
    product.picture = null;
    return changed(product, userId, "product-picture-removed");
  }

  private ProductView changed(Product product, long userId, String action) {
    audit.record(product.brandId, userId, action, subject(product), product.name);
    catalogue.forget(Issuing.gtin(product.gtin));
    return product.view();
  }

  static String subject(Product product) {
    return "product:" + product.gtin;
  }
}
