package io.zhenma.foreign;

import io.agroal.api.AgroalDataSource;
import io.zhenma.gs1.Gtin;
import io.zhenma.issuing.BatchDetails;
import io.zhenma.issuing.Catalogue;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Works on one import from its file to its end. */
@ApplicationScoped
class CodeImporter {
  private static final Logger LOG = Logger.getLogger(CodeImporter.class);

  private final AgroalDataSource database;
  private final CodeImports imports;
  private final ForeignBatches batches;
  private final ImportSpool spool;
  private final Leftovers leftovers;
  private final Catalogue catalogue;

  CodeImporter(
      AgroalDataSource database,
      CodeImports imports,
      ForeignBatches batches,
      ImportSpool spool,
      Leftovers leftovers,
      Catalogue catalogue) {
    this.database = database;
    this.imports = imports;
    this.batches = batches;
    this.spool = spool;
    this.leftovers = leftovers;
    this.catalogue = catalogue;
  }

  /**
   * Brings a waiting import to its end, whatever that is. One whose end can't even be noted is
   * given up as lost later.
   */
  void work(long importId) {
    try {
      Optional<ImportJob> job = imports.begin(importId);
      if (job.isPresent()) {
        take(job.get());
      }
    } catch (CancelledException ended) {
      LOG.infof("import %d was ended while it was worked on", importId);
    } catch (ImportException refused) {
      imports.fail(importId, refused.failure(), refused.line(), refused.detail());
    } catch (ProblemException refused) {
      imports.fail(importId, ImportFailure.BATCH_REFUSED, 0, refused.type().slug());
    } catch (IOException | SQLException | RuntimeException failure) {
      LOG.errorf(failure, "import %d failed", importId);
      imports.fail(importId, ImportFailure.INTERNAL, 0, "");
    } finally {
      spool.delete(importId);
      leftovers.sweep();
    }
  }

  private void take(ImportJob job)
      throws IOException, SQLException, ImportException, CancelledException {
    leftovers.sweep();
    try (Connection connection = database.getConnection();
        CsvReader csv = new CsvReader(spool.open(job.id()))) {
      connection.setAutoCommit(false);
      ImportRun run = new ImportRun(job, connection, ImportRun.MOST_ROWS);
      try {
        run.read(csv, judge(job, csv));
      } catch (ImportException | CancelledException | SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
      batches.make(job, run.counts(csv.position()), run.groups());
    }
  }

  private RowReader judge(ImportJob job, CsvReader csv) throws IOException, ImportException {
    CsvRecord first =
        csv.read().orElseThrow(() -> new ImportException(ImportFailure.NO_ROWS, 0, ""));
    return new RowReader(
        ImportColumns.of(first),
        job.defaults(),
        gtin -> isProduct(job.brandId(), gtin),
        BatchDetails::isLot);
  }

  private boolean isProduct(long brandId, Gtin gtin) {
    return catalogue.product(gtin).filter(product -> product.brandId() == brandId).isPresent();
  }
}
