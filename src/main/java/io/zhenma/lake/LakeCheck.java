package io.zhenma.lake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the lake's files again and compares them with what was written down of them. */
@ApplicationScoped
public class LakeCheck {
  private final AgroalDataSource database;
  private final LakeDays days;
  private final LakeFiles files;
  private final LakeConfig config;
  private final DayRows rows;

  LakeCheck(
      AgroalDataSource database, LakeDays days, LakeFiles files, LakeConfig config, DayRows rows) {
    this.database = database;
    this.days = days;
    this.files = files;
    this.config = config;
    this.rows = rows;
  }

  /** Files looked at, and those that are not what they were. */
  public record Summary(int files, long rows, int damaged) {}

  /**
   * Checks every file: bytes, rows, and the rows of the database where it has them still. A file
   * that differs is marked, and made again by the next export if the database has its rows.
   *
   * @param report gets a line for each file that differs
   * @return empty when a replica is at work in the lake
   */
  public Optional<Summary> run(Consumer<String> report) throws SQLException, IOException {
    Optional<LakeLease> lease = LakeLease.take(database, LakeExport.TASK, config.lease());
    if (lease.isEmpty()) {
      return Optional.empty();
    }
    try (LakeLease held = lease.get()) {
      return Optional.of(run(held, report));
    }
  }

  private Summary run(LakeLease lease, Consumer<String> report) throws SQLException, IOException {
    int checked = 0;
    int damaged = 0;
    long sum = 0;
    try (Connection duck = Duck.open(config, files.drafts())) {
      for (LakeDay day : days.all()) {
        lease.renew();
        Optional<String> fault = fault(day).or(() -> contentFault(duck, day));
        checked++;
        sum += day.sum().rows();
        if (fault.isPresent()) {
          damaged++;
          days.markDamaged(day.part());
          report.accept(day.part() + ": " + fault.get());
        }
      }
    }
    return new Summary(checked, sum, damaged);
  }

  /** Whether the file's bytes are those that were written. */
  Optional<String> fault(LakeDay day) {
    Path file = files.file(day.part());
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.of("the file is missing");
      }
      return LakeFiles.sha256(file).equals(day.sha256())
          ? Optional.empty()
          : Optional.of("the file was changed");
    } catch (IOException unreadable) {
      return Optional.of("the file cannot be read: " + unreadable.getMessage());
    }
  }

  private Optional<String> contentFault(Connection duck, LakeDay day) {
    try {
      if (!DayRows.fromFile(duck, files.file(day.part())).equals(day.sum())) {
        return Optional.of("the file holds other rows than were written down");
      }
      return day.state().isInDatabase()
              && !rows.fromDatabase(day.part(), row -> {}).equals(day.sum())
          ? Optional.of("the database holds other rows")
          : Optional.empty();
    } catch (SQLException unreadable) {
      return Optional.of("the rows cannot be read: " + unreadable.getMessage());
    }
  }
}
