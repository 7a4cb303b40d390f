package io.zhenma.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the connections to the database are divided. */
@ConfigMapping(prefix = "zhenma.connections")
interface ReservedConfig {
  /** Connections of the pool that only scans may take, at most half of them. */
  @WithDefault("4")
  int reservedForScans();

  /** How long other work waits for one of the rest before it is refused. */
  @WithDefault("5S")
  Duration longestWait();
}
