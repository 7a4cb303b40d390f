package io.zhenma.foreign;

import io.agroal.api.AgroalDataSource;
import io.zhenma.problem.JobTroubles;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/** Takes away the codes of imports that came to nothing; they were never visible. */
@ApplicationScoped
class Leftovers {
  private static final int AT_ONCE = 10_000;

  private final AgroalDataSource database;
  private final CodeImports imports;
  private final ImportSpool spool;
  private final ReentrantLock busy = new ReentrantLock();

  Leftovers(AgroalDataSource database, CodeImports imports, ImportSpool spool) {
    this.database = database;
    this.imports = imports;
    this.spool = spool;
  }

  /** Takes away what there is, after whoever in this process does so already. */
  void sweep() {
    busy.lock();
    try {
      imports.unswept().forEach(this::sweep);
    } finally {
      busy.unlock();
    }
  }

  /** The same, unless somebody in this process does so already. */
  void sweepUnlessBusy() {
    if (busy.tryLock()) {
      try {
        imports.unswept().forEach(this::sweep);
      } finally {
        busy.unlock();
      }
    }
  }

  /** Another replica may be at it too; what fails is tried again at the next turn. */
  private void sweep(CodeImports.Key key) {
    try (Connection connection = database.getConnection()) {
      int deleted = AT_ONCE;
      while (deleted == AT_ONCE) {
        deleted = ForeignRows.delete(connection, key.brandId(), key.id(), AT_ONCE);
      }
      spool.delete(key.id());
      imports.swept(key.id());
    } catch (SQLException | RuntimeException failure) {
      JobTroubles.leftOut("code-import-leftovers", "import " + key.id(), failure);
    }
  }
}
