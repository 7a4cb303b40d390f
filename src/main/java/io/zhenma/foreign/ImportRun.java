package io.zhenma.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One pass through a file: reads, judges and stores its rows in chunks, a transaction each. What is
 * stored counts for nothing until the import ends well. Memory depends on the number of codes only
 * by the 128 bits and the line that are remembered of each.
 */
final class ImportRun {
  /** Most rows of a file. */
  static final int MOST_ROWS = 1_000_000;

  private static final int CHUNK = 2_000;

  private final ImportJob job;
  private final Connection connection;
  private final int mostRows;
  private final boolean mixedCase;
  private final ImportGroups groups = new ImportGroups();
  private final List<ImportRow.Candidate> candidates = new ArrayList<>();
  private final List<ImportRow.Refused> refusals = new ArrayList<>();
  private int rows;
  private int accepted;
  private int refused;

  /**
   * @param connection without auto-commit
   * @param mostRows most rows of a file; usually {@link #MOST_ROWS}
   */
  ImportRun(ImportJob job, Connection connection, int mostRows) throws SQLException {
    this.job = job;
    this.connection = connection;
    this.mostRows = mostRows;
    this.mixedCase =
        ForeignRows.hasOtherCase(connection, job.brandId(), job.defaults().ignoreCase());
  }

  /**
   * @throws ImportException when the file as a whole can't be taken
   * @throws CancelledException when somebody has ended the import
   */
  void read(CsvReader csv, RowReader judge)
      throws IOException, SQLException, ImportException, CancelledException {
    for (Optional<CsvRecord> next = csv.read(); next.isPresent(); next = csv.read()) {
      if (++rows > mostRows) {
        throw new ImportException(
            ImportFailure.TOO_MANY_ROWS,
            next.get().line(),
            String.format(Locale.ROOT, "%,d", mostRows));
      }
      add(judge.read(next.get()));
      if (candidates.size() + refusals.size() == CHUNK) {
        store(csv.position());
      }
    }
    if (rows == 0) {
      throw new ImportException(ImportFailure.NO_ROWS, 0, "");
    }
    store(csv.position());
  }

  private void add(ImportRow row) {
    if (row instanceof ImportRow.Candidate candidate) {
      candidates.add(candidate);
    } else {
      refusals.add((ImportRow.Refused) row);
    }
  }

  private void store(long position) throws SQLException, ImportException, CancelledException {
    Set<ByteBuffer> taken = ForeignRows.existing(connection, job.brandId(), hashes());
    List<ForeignRows.Placed> placed = new ArrayList<>(candidates.size());
    for (ImportRow.Candidate candidate : candidates) {
      if (isTaken(candidate, taken)) {
        refusals.add(candidate.refused(LineFault.DUPLICATE_EARLIER));
      } else {
        placed.add(groups.place(candidate));
      }
    }
    accepted += placed.size();
    refused += refusals.size();
    ForeignRows.progress(connection, job.id(), counts(position));
    if (!job.checkOnly()) {
      ForeignRows.insert(connection, job, placed);
    }
    ForeignRows.insertRefusals(connection, job, refusals);
    connection.commit();
    candidates.clear();
    refusals.clear();
  }

  private List<byte[]> hashes() {
    List<byte[]> hashes =
        candidates.stream().map(ImportRow.Candidate::hash).collect(Collectors.toList());
    if (mixedCase) {
      candidates.forEach(candidate -> hashes.add(candidate.code().inOtherCase().hash()));
    }
    return hashes;
  }

  private boolean isTaken(ImportRow.Candidate candidate, Set<ByteBuffer> taken) {
    return taken.contains(ByteBuffer.wrap(candidate.hash()))
        || (mixedCase && taken.contains(ByteBuffer.wrap(candidate.code().inOtherCase().hash())));
  }

  ImportCounts counts(long position) {
    return new ImportCounts(position, rows, accepted, refused);
  }

  List<ImportGroups.Group> groups() {
    return groups.all();
  }
}
