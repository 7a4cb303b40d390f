package io.zhenma.bench;

import io.zhenma.crypto.CodeContent;
import io.zhenma.gs1.Gtin;
import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Issuing;
import io.zhenma.issuing.NewBatch;
import io.zhenma.issuing.ProductDetails;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Makes brands for a run, which {@link Cleaning} takes away again. */
@ApplicationScoped
class BenchBrand {
  /** What the slug of every such brand begins with; 16 hexadecimal digits follow. */
  static final String SLUG = "bench-";

  static final String NAME = "Zhenma benchmark";
  private static final long NOBODY = 0;
  private static final long PRICE_FEN = 39_00;

  private final Brands brands;
  private final Issuing issuing;

  BenchBrand(Brands brands, Issuing issuing) {
    this.brands = brands;
    this.issuing = issuing;
  }

  /** A brand with one product and its one batch, the largest there can be, on sale. */
  BatchView create() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String slug = SLUG + HexFormat.of().toHexDigits(random.nextLong());
    BrandView brand = brands.create(slug, NAME);
    String gtin = freshGtin(random);
    issuing.createProduct(
        brand.id(), NOBODY, gtin, new ProductDetails(NAME, NAME, PRICE_FEN, null));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    BatchView batch =
        issuing.createBatch(
            brand.id(), NOBODY, new NewBatch(gtin, (long) CodeContent.MAX_ITEMS, "BENCH", today));
    return issuing.move(brand.id(), NOBODY, batch.number(), BatchState.ACTIVE, NAME);
  }

  /** Of the numbers that GS1 leaves to a company's own use (prefix 29), so nobody's product. */
  private static String freshGtin(ThreadLocalRandom random) {
    return Gtin.complete(String.format(Locale.ROOT, "29%010d", random.nextLong(10_000_000_000L)))
        .digits();
  }
}
