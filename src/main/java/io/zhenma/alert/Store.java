package io.zhenma.alert;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Statements in one transaction; any failure rolls it back. */
@ApplicationScoped
class Store {
  private final AgroalDataSource database;

  Store(AgroalDataSource database) {
    this.database = database;
  }

  /** What is done with the connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** In the caller's transaction, or in one of its own when there is none. */
  <T> T here(Work<T> work) {
    return in(QuarkusTransaction.joiningExisting(), work);
  }

  /** In a transaction of its own. */
  <T> T alone(Work<T> work) {
    return in(QuarkusTransaction.requiringNew(), work);
  }

  private <T> T in(TransactionRunnerOptions transaction, Work<T> work) {
    return transaction.call(
        () -> {
          try (Connection connection = database.getConnection()) {
            return work.on(connection);
          }
        });
  }
}
