package io.zhenma.traffic;

import io.zhenma.place.NetworkClass;

/**
 * Budgets of blocks of addresses by who is behind them.
 *
 * @param shared where carriers may put thousands of people
 * @param dataCentres where few people are
 * @param privates where everybody is when a proxy's headers are not read
 */
record BlockBudgets(Budgets shared, Budgets dataCentres, Budgets privates) {
  Budgets of(Asker asker) {
    if (asker.isPrivate()) {
      return privates;
    }
    return asker.network() == NetworkClass.DATA_CENTRE ? dataCentres : shared;
  }
}
