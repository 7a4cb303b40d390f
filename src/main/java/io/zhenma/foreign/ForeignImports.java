package io.zhenma.foreign;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Imports lists for those who can wait for the end, such as benchmarks. */
@ApplicationScoped
public class ForeignImports {
  private final CodeImports imports;
  private final ImportSpool spool;
  private final CodeImporter importer;

  ForeignImports(CodeImports imports, ImportSpool spool, CodeImporter importer) {
    this.imports = imports;
    this.spool = spool;
    this.importer = importer;
  }

  /** What became of a list's rows. */
  public record Imported(int accepted, int refused) {}

  /**
   * Imports a list, as an upload would be, and returns when it has ended.
   *
   * @param gtin of a product of the brand, for rows that name none
   * @param lot for rows that name none
   * @throws IllegalStateException when it did not end well
   */
  public Imported importNow(
      long brandId, long userId, String gtin, String lot, LocalDate producedOn, InputStream csv)
      throws IOException {
    NewImport wanted =
        new NewImport(
            new ImportDefaults(Optional.of(gtin), Optional.of(lot), false), producedOn, false);
    Path file = spool.receive(csv);
    CodeImport opened = imports.open(brandId, userId, wanted, Files.size(file));
    spool.assign(file, opened.id);
    importer.work(opened.id);
    CodeImport ended = imports.require(brandId, opened.id);
    if (ended.state != ImportState.DONE) {
      throw new IllegalStateException("the import ended as " + ended.state + ", " + ended.failure);
    }
    return new Imported(ended.accepted, ended.refused);
  }
}
