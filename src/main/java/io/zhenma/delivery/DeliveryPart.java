package io.zhenma.delivery;

import io.zhenma.issuing.CodeRange;

/**
 * What one file of a delivery holds.
 *
 * @param number counted from 1
 */
record DeliveryPart(int number, CodeRange range) {
  long codes() {
    return (long) range.count() * range.kinds().size();
  }
}
