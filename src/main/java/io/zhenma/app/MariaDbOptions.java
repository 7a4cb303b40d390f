package io.zhenma.app;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's command lines; every option is one whose default would hurt. */
final class MariaDbOptions {

  /** MySQL's own default, so that the two servers refuse the same statements. */
  private static final String MYSQL_SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private static final int MEMORY_SHARE = 8;
  private static final long SMALLEST_POOL = 256L << 20;
  private static final long LARGEST_POOL = 4L << 30;

  private MariaDbOptions() {}

  static List<String> bootstrap(MariaDbBinaries binaries, Path tables, Path scratch) {
    List<String> command = common(binaries, tables, scratch);
    command.add("--bootstrap");
    command.add("--log-warnings=0");
    return command;
  }

  static List<String> server(MariaDbBinaries binaries, DataDirectory data, int port) {
    List<String> command = common(binaries, data.tables(), data.scratch());
    command.addAll(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            // A socket's path may be too long in a deep directory, and nothing uses it.
            "--socket=",
            "--skip-name-resolve",
            "--init-file=" + data.initFile(),
            "--log-warnings=1",
            "--sql-mode=" + MYSQL_SQL_MODE,
            "--transaction-isolation=READ-COMMITTED",
            "--default-time-zone=+00:00",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=" + bufferPool(),
            // Changed pages go to disk a few at a time, from the first on. Otherwise none goes
            // until the log is nearly full, and then two thousand at once, for which commits wait.
            "--innodb-max-dirty-pages-pct-lwm=0.001",
            // Their neighbours may stay: no disk here has a head to move.
            "--innodb-flush-neighbors=0",
            "--max-allowed-packet=64M",
            "--max-connections=200",
            "--local-infile=0"));
    return command;
  }

  /**
   * An eighth of the memory that this process may use, within bounds: the server takes it as the
   * tables grow, and looks at an item that was scanned months ago stay in memory.
   */
  private static long bufferPool() {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Math.max(
        SMALLEST_POOL, Math.min(machine.getTotalMemorySize() / MEMORY_SHARE, LARGEST_POOL));
  }

  private static List<String> common(MariaDbBinaries binaries, Path tables, Path scratch) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.server().toString(),
                // First, or the server would read the machine's own configuration.
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--lc-messages-dir=" + binaries.share(),
                "--datadir=" + tables,
                "--tmpdir=" + scratch,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--innodb-log-file-size=1G",
                // Otherwise the server makes a TLS key at every start, which takes seconds.
                "--skip-ssl"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }
}
