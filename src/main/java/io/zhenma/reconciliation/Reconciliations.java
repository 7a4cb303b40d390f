package io.zhenma.reconciliation;

import io.agroal.api.AgroalDataSource;
import io.zhenma.issuing.BatchRows;
import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.ItemRange;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Goes through a batch once, part by part, and adds up what there is. */
@ApplicationScoped
class Reconciliations {
  /** Items of a part: at worst some 8 MB a set of them. */
  private static final int PART = 1 << 19;

  private final AgroalDataSource database;

  Reconciliations(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * How the batch adds up at one moment.
   *
   * @throws ProblemException not-found, or conflict for a draft
   */
  Reconciliation of(long brandId, int number) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return read(connection, brandId, number);
      } finally {
        connection.rollback();
      }
    }
  }

  private static Reconciliation read(Connection connection, long brandId, int number)
      throws SQLException {
    BatchRows.Locked batch =
        BatchRows.read(connection, brandId, number)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    if (batch.state() == BatchState.CREATED) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "batch-not-issued");
    }
    BatchEvidence evidence = new BatchEvidence(connection, brandId, number, batch);
    Reconciliation sum = new Reconciliation(evidence.sources());
    for (long first = 0; first < batch.quantity(); first += PART) {
      int last = (int) Math.min(first + PART, batch.quantity()) - 1;
      sum.add(evidence.of(new ItemRange((int) first, last)));
    }
    return sum;
  }
}
