package io.zhenma.foreign;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Takes away the codes of imports that came to nothing; they were never visible. */
@ApplicationScoped
class Leftovers {
  private static final Logger LOG = Logger.getLogger(Leftovers.class);
  private static final int AT_ONCE = 10_000;

  private final AgroalDataSource database;
  private final CodeImports imports;
  private final ImportSpool spool;

  Leftovers(AgroalDataSource database, CodeImports imports, ImportSpool spool) {
    this.database = database;
    this.imports = imports;
    this.spool = spool;
  }

  /** Several replicas may do so at once; what fails is tried again at the next turn. */
  void sweep() {
    for (CodeImport ended : imports.unswept()) {
      try (Connection connection = database.getConnection()) {
        int deleted = AT_ONCE;
        while (deleted == AT_ONCE) {
          deleted = ForeignRows.delete(connection, ended.brandId, ended.id, AT_ONCE);
        }
        spool.delete(ended.id);
        imports.swept(ended.id);
      } catch (SQLException failure) {
        LOG.warnf(failure, "codes of import %d could not be taken away yet", ended.id);
      }
    }
  }
}
