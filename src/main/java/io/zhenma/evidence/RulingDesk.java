package io.zhenma.evidence;

import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes rulings one by one or many at once; each is a transaction of its own. */
@ApplicationScoped
class RulingDesk {
  private static final int ATTEMPTS = 5;
  private static final int DEADLOCK = 1213;
  private static final int LOCK_TIMEOUT = 1205;

  private final Rulings rulings;
  private final Dossiers dossiers;

  RulingDesk(Rulings rulings, Dossiers dossiers) {
    this.rulings = rulings;
    this.dossiers = dossiers;
  }

  /**
   * Decides about one item, again when another one's lock was in the way.
   *
   * @throws ProblemException not-found for an item the brand never issued; conflict
   */
  void rule(RulingOrder order) throws SQLException {
    dossiers.require(order.brandId(), order.batch(), order.item()).requireIssued();
    for (int attempt = 1; ; attempt++) {
      try {
        rulings.rule(order);
        return;
      } catch (SQLException | IllegalStateException failure) {
        if (attempt == ATTEMPTS || !isCollision(failure)) {
          throw failure;
        }
      }
    }
  }

  /** Decides about each of these items that it can; answers what became of those it could not. */
  List<Refused> rule(List<RulingOrder> orders) throws SQLException {
    List<Refused> refused = new ArrayList<>();
    for (RulingOrder order : orders) {
      try {
        rule(order);
      } catch (ProblemException why) {
        refused.add(new Refused(order.batch(), order.item(), why));
      }
    }
    return refused;
  }

  private static boolean isCollision(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() == DEADLOCK || sql.getErrorCode() == LOCK_TIMEOUT)) {
        return true;
      }
    }
    return false;
  }

  /** An item about which it could not be decided. */
  record Refused(int batch, int item, ProblemException why) {}
}
