package io.zhenma.delivery;

import io.zhenma.crypto.DeliverySigner;
import io.zhenma.crypto.Sealer;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Who seals a brand's deliveries, and for whom. */
@ApplicationScoped
class Sealing {
  private final Brands brands;
  private final BrandKeys keys;
  private final PrintingHouses houses;

  Sealing(Brands brands, BrandKeys keys, PrintingHouses houses) {
    this.brands = brands;
    this.keys = keys;
    this.houses = houses;
  }

  /** Signs what the brand delivers; its certificate is the same on every replica. */
  DeliverySigner signer(long brandId) {
    BrandView brand = brands.get(brandId);
    return keys.deliverySigner(brandId, brand.slug(), brand.createdAt());
  }

  /**
   * Seals a delivery's files, or nothing for one that isn't sealed.
   *
   * @throws DeliveryFailedException when its printing house may not receive anything any more
   */
  Optional<Sealer> sealer(Delivery delivery) {
    Long houseId = delivery.printingHouseId;
    if (houseId == null) {
      return Optional.empty();
    }
    PrintingHouse house = houses.require(delivery.brandId, houseId);
    if (!house.mayReceive(Instant.now())) {
      throw new DeliveryFailedException(DeliveryFailure.PRINTING_HOUSE);
    }
    return Optional.of(new Sealer(house.recipient(), signer(delivery.brandId)));
  }
}
