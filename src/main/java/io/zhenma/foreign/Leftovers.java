package io.zhenma.foreign;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Takes away the codes of imports that came to nothing; they were never visible. */
@ApplicationScoped
class Leftovers {
  private static final Logger LOG = Logger.getLogger(Leftovers.class);
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
  private void sweep(CodeImport ended) {
    try (Connection connection = database.getConnection()) {
      int deleted = AT_ONCE;
      while (deleted == AT_ONCE) {
        deleted = ForeignRows.delete(connection, ended.brandId, ended.id, AT_ONCE);
      }
      spool.delete(ended.id);
      imports.swept(ended.id);
    } catch (SQLException failure) {
      LOG.warnf(
          "codes of import %d could not be taken away yet: %s", ended.id, failure.getMessage());
    }
  }
}
