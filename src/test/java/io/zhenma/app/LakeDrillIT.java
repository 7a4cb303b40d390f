package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.app.PackagedProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export into the lake is killed and started again, with the packaged program. */
class LakeDrillIT {
  private static final int LEASE_MS = 5_000;

  @TempDir Path data;

  @Test
  void anExportThatWasKilledGoesOnAndTheLakeHoldsEveryClosedDayOnce() throws Exception {
    PackagedProgram program =
        PackagedProgram.forDrills(data).set("ZHENMA_LAKE_LEASE", "PT" + LEASE_MS / 1000 + "S");
    Ended simulated =
        program.run("simulate", "--brand", "drill", "--scans", "4000", "--days", "30");
    assertThat(simulated.code()).as(simulated.said()).isZero();

    Process export = program.begin("lake", "--export");
    awaitFile();
    export.destroyForcibly().onExit().join();
    assertThat(files()).as("killed in the middle").isLessThan(28);
    Pause.millis(LEASE_MS + 500);

    Ended again = program.run("lake", "--export");
    assertThat(again.code()).as(again.said()).isZero();
    Ended nothingLeft = program.run("lake", "--export");
    assertThat(nothingLeft.said()).contains("Exported 0 days");
    Ended verified = program.run("lake", "--verify");
    assertThat(verified.code()).as(verified.said()).isZero();
    assertThat(verified.said())
        .contains("Checked %d files with %d scans; 0 damaged".formatted(files(), closedScans()));
  }

  private void awaitFile() throws IOException {
    Instant deadline = Instant.now().plusSeconds(120);
    while (files() == 0) {
      assertThat(Instant.now()).as("a first file").isBefore(deadline);
      Pause.millis(10);
    }
  }

  private long files() throws IOException {
    Path lake = data.resolve("lake").resolve("scan");
    if (!Files.isDirectory(lake)) {
      return 0;
    }
    try (Stream<Path> tree = Files.walk(lake)) {
      return tree.filter(Files::isRegularFile).count();
    }
  }

  private long closedScans() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*) FROM scan WHERE scanned_at <"
                    + " (SELECT MAX(day) + INTERVAL 1 DAY FROM lake_day)")) {
      row.next();
      return row.getLong(1);
    }
  }
}
