package io.zhenma.delivery;

import io.zhenma.tenancy.ApprovalKind;
import io.zhenma.tenancy.ApprovedDeed;
import jakarta.enterprise.context.ApplicationScoped;

/** Deactivates a printing house; the payload is its id. */
@ApplicationScoped
class HouseDeactivationDeed implements ApprovedDeed {
  private final PrintingHouses houses;

  HouseDeactivationDeed(PrintingHouses houses) {
    this.houses = houses;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.HOUSE_DEACTIVATION;
  }

  @Override
  public void perform(long brandId, long userId, String payload) {
    houses.deactivate(brandId, userId, Long.parseLong(payload));
  }
}
