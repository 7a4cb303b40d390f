package io.zhenma.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's command lines; every option is one whose default would hurt. */
final class MariaDbOptions {

  /** MySQL's own default, so that the two servers refuse the same statements. */
  private static final String MYSQL_SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private MariaDbOptions() {}

  static List<String> bootstrap(MariaDbBinaries binaries, Path tables) {
    List<String> command = common(binaries, tables);
    command.add("--bootstrap");
    command.add("--log-warnings=0");
    return command;
  }

  static List<String> server(MariaDbBinaries binaries, Path tables, Path initFile, int port) {
    List<String> command = common(binaries, tables);
    command.addAll(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            // A socket's path may be too long in a deep directory, and nothing uses it.
            "--socket=",
            "--skip-name-resolve",
            "--init-file=" + initFile,
            "--log-warnings=1",
            "--sql-mode=" + MYSQL_SQL_MODE,
            "--transaction-isolation=READ-COMMITTED",
            "--default-time-zone=+00:00",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=512M",
            "--max-allowed-packet=64M",
            "--max-connections=200",
            "--local-infile=0"));
    return command;
  }

  private static List<String> common(MariaDbBinaries binaries, Path tables) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.server().toString(),
                // First, or the server would read the machine's own configuration.
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--lc-messages-dir=" + binaries.share(),
                "--datadir=" + tables,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--innodb-log-file-size=128M",
                // Otherwise the server makes a TLS key at every start, which takes seconds.
                "--skip-ssl"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }
}
