package io.zhenma.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Does something once the present transaction has ended, whichever way: what is remembered of its
 * rows must be forgotten then, since whoever asks before the end remembers what was.
 */
@ApplicationScoped
public class AfterCommit {
  private final TransactionSynchronizationRegistry transactions;

  AfterCommit(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /**
   * @throws IllegalStateException when there is no transaction
   */
  public void run(Runnable deed) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            deed.run();
          }
        });
  }
}
