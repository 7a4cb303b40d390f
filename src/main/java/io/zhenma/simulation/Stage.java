package io.zhenma.simulation;

import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.Issuing;
import io.zhenma.issuing.NewBatch;
import io.zhenma.issuing.ProductDetails;
import io.zhenma.simulation.Assortment.Article;
import io.zhenma.simulation.Assortment.PlannedBatch;
import io.zhenma.tenancy.BrandView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Sets up products and batches, each only if it is missing. */
@ApplicationScoped
class Stage {
  /** No person: the platform itself. */
  private static final long NOBODY = 0;

  private final Issuing issuing;
  private final Catalogue catalogue;

  Stage(Issuing issuing, Catalogue catalogue) {
    this.issuing = issuing;
    this.catalogue = catalogue;
  }

  List<BatchView> batches(BrandView brand, String key, List<PlannedBatch> planned) {
    for (int article = 0; article < Assortment.ARTICLES.size(); article++) {
      product(brand, article);
    }
    return planned.stream().map(batch -> batch(brand, key, batch)).toList();
  }

  private void product(BrandView brand, int number) {
    var gtin = Assortment.gtin(brand.slug(), number);
    boolean there =
        catalogue.product(gtin).filter(known -> known.brandId() == brand.id()).isPresent();
    if (!there) {
      Article article = Assortment.ARTICLES.get(number);
      issuing.createProduct(
          brand.id(),
          NOBODY,
          gtin.digits(),
          new ProductDetails(
              article.name(), article.category(), article.listPriceFen(), article.shelfLifeDays()));
    }
  }

  private BatchView batch(BrandView brand, String key, PlannedBatch planned) {
    String lot = String.format(Locale.ROOT, "S%s-%02d", key, planned.index() + 1);
    return catalogue
        .batchOfLot(brand.id(), lot)
        .orElseGet(
            () ->
                issuing.createBatch(
                    brand.id(),
                    NOBODY,
                    new NewBatch(
                        Assortment.gtin(brand.slug(), planned.article()).digits(),
                        planned.quantity(),
                        lot,
                        planned.producedOn())));
  }

  /** Moves the batch, unless it was moved there or further before. */
  void move(BatchView batch, BatchState to, String reason) {
    BatchState now =
        catalogue.batchOfLot(batch.brandId(), batch.lot()).map(BatchView::state).orElse(to);
    boolean further = now == to || (to == BatchState.ACTIVE && now != BatchState.ISSUED);
    if (!further && now.canMoveTo(to)) {
      issuing.move(batch.brandId(), NOBODY, batch.number(), to, reason);
    }
  }
}
