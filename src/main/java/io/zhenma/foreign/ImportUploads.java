package io.zhenma.foreign;

import io.zhenma.gs1.Gtin;
import io.zhenma.issuing.Catalogue;
import io.zhenma.problem.LargeBody;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Takes lists in: what is plainly wrong is said at once, the rest is work for later. */
@ApplicationScoped
class ImportUploads {
  private final CodeImports imports;
  private final ImportSpool spool;
  private final ImportQueue queue;
  private final Catalogue catalogue;
  private final AuditLog audit;

  ImportUploads(
      CodeImports imports,
      ImportSpool spool,
      ImportQueue queue,
      Catalogue catalogue,
      AuditLog audit) {
    this.imports = imports;
    this.spool = spool;
    this.queue = queue;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  @Produces
  @Singleton
  static LargeBody upload() {
    return new LargeBody(
        "POST", Pattern.compile("/api/v1/code-imports/?"), "text/csv", ImportSpool.MOST_BYTES);
  }

  /**
   * Keeps a list and queues its import.
   *
   * @throws ProblemException when parameters or the first line are wrong, or an import is under way
   */
  CodeImport take(long brandId, long userId, ImportParameters parameters, InputStream csv)
      throws IOException {
    NewImport wanted = parameters.read();
    wanted.defaults().gtin().ifPresent(gtin -> requireProduct(brandId, gtin));
    imports.requireNoneUnderWay(brandId);
    Path upload = spool.receive(csv);
    try {
      requireReadableHead(upload);
      CodeImport opened = imports.open(brandId, userId, wanted, Files.size(upload));
      spool.assign(upload, opened.id);
      audit.record(
          brandId,
          userId,
          "code-import-started",
          "code-import:" + opened.id,
          wanted.checkOnly() ? "check" : "import");
      queue.add(opened.id);
      return opened;
    } finally {
      spool.discard(upload);
    }
  }

  private void requireProduct(long brandId, String gtin) {
    boolean known =
        catalogue
            .product(new Gtin(gtin))
            .filter(product -> product.brandId() == brandId)
            .isPresent();
    if (!known) {
      throw ProblemException.field("gtin", "product-unknown");
    }
  }

  /** Most lists that can't be read show it in their first lines. */
  private static void requireReadableHead(Path upload) throws IOException {
    try (CsvReader csv = new CsvReader(Files.newInputStream(upload))) {
      ImportColumns.of(
          csv.read().orElseThrow(() -> new ImportException(ImportFailure.NO_ROWS, 0, "")));
      if (csv.read().isEmpty()) {
        throw new ImportException(ImportFailure.NO_ROWS, 0, "");
      }
    } catch (ImportException unreadable) {
      throw ProblemException.field(
          "file", "import-" + unreadable.failure().slug(), unreadable.line(), unreadable.detail());
    }
  }
}
