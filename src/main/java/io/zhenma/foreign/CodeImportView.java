package io.zhenma.foreign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import in the API.
 *
 * @param check whether only the report was wanted
 * @param percentage 0 to 100 of the file
 * @param rowsPerSecond since it started
 * @param secondsLeft at this rate, while it is running
 * @param batches what it made, or would make; once it is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeImportView(
    long id,
    ImportState state,
    boolean check,
    boolean ignoreCase,
    @Nullable String gtin,
    @Nullable String lot,
    LocalDate producedOn,
    long fileBytes,
    int percentage,
    int rows,
    int accepted,
    int refused,
    long rowsPerSecond,
    @Nullable Long secondsLeft,
    @Nullable Failure failure,
    Instant createdAt,
    String createdBy,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    List<Made> batches) {

  /**
   * Why it took nothing.
   *
   * @param reason stable slug
   * @param message in the reader's language
   * @param line of the file, where it shows in one
   */
  record Failure(String reason, String message, @Nullable Integer line) {}

  /**
   * A batch.
   *
   * @param number null when it was only a check
   */
  record Made(
      @Nullable Integer number,
      String gtin,
      String lot,
      @Nullable LocalDate expiresOn,
      int quantity) {}

  static CodeImportView of(
      CodeImport row, String createdBy, @Nullable Failure failure, List<Made> batches) {
    double seconds = seconds(row);
    long done = row.fileBytes == 0 ? 0 : Math.min(100, 100 * row.readBytes / row.fileBytes);
    boolean running = row.state == ImportState.RUNNING && row.readBytes > 0;
    return new CodeImportView(
        row.id,
        row.state,
        row.checkOnly,
        row.ignoreCase,
        row.gtin,
        row.lot,
        row.producedOn,
        row.fileBytes,
        (int) done,
        row.rowsRead,
        row.accepted,
        row.refused,
        seconds > 0 ? Math.round(row.rowsRead / seconds) : 0,
        running ? Math.round(seconds * (row.fileBytes - row.readBytes) / row.readBytes) : null,
        failure,
        row.createdAt,
        createdBy,
        row.startedAt,
        row.finishedAt,
        batches);
  }

  private static double seconds(CodeImport row) {
    if (row.startedAt == null) {
      return 0;
    }
    Instant until = row.finishedAt == null ? Instant.now() : row.finishedAt;
    return Duration.between(row.startedAt, until).toMillis() / 1000.0;
  }
}
