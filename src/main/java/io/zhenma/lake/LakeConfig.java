package io.zhenma.lake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the lake is, and when days go there. */
@ConfigMapping(prefix = "zhenma.lake")
interface LakeConfig {
  /** The lake; replicas share it. */
  @WithDefault("${zhenma.data-dir:data}/lake")
  Path dir();

  /**
   * How long after its end a day (UTC) is closed. A precise position may come up to an hour after
   * its scan, so less than that counts as an hour.
   */
  @WithDefault("3H")
  Duration delay();

  /** When days are exported and old weeks dropped, as the scheduler writes it. */
  @WithDefault("0 30 4 * * ?")
  String schedule();

  /** After this long without a sign of life, another replica goes on. */
  @WithDefault("2M")
  Duration lease();

  /** Memory of the engine that writes files, in MiB; beyond it works on disk. */
  @WithDefault("256")
  int memory();

  /** Its threads. */
  @WithDefault("1")
  int threads();
}
