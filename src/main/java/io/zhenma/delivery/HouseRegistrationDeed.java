package io.zhenma.delivery;

import io.zhenma.tenancy.ApprovalKind;
import io.zhenma.tenancy.ApprovedDeed;
import jakarta.enterprise.context.ApplicationScoped;

/** Registers a printing house; the payload is its name, a line's end and the certificate. */
@ApplicationScoped
class HouseRegistrationDeed implements ApprovedDeed {
  private final PrintingHouses houses;

  HouseRegistrationDeed(PrintingHouses houses) {
    this.houses = houses;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.HOUSE_REGISTRATION;
  }

  @Override
  public void perform(long brandId, long userId, String payload) {
    String[] parts = payload.split("\n", 2);
    houses.create(brandId, userId, parts[0], parts[1]);
  }
}
