package io.zhenma.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How large bodies may be, how long they may take, and how many may be on their way. */
@ConfigMapping(prefix = "zhenma.http")
interface BodyConfig {
  /** The largest body of an ordinary request. */
  @WithDefault("1M")
  MemorySize maxBodySize();

  /** How long a body may take before anything else counts. */
  @WithDefault("10S")
  Duration bodyWithin();

  /** A body gets a second more for each so many bytes that have come. */
  @WithDefault("16K")
  MemorySize bodyPerSecond();

  /** No body takes longer, however fast it comes. */
  @WithDefault("10M")
  Duration longestBody();

  /** Bodies under way from one block of addresses. */
  @WithDefault("128")
  int unfinishedPerBlock();

  /** Bodies under way in all. */
  @WithDefault("4096")
  int unfinished();

  /** Memory for bodies, from their first byte to the answer; a sixteenth of the heap if not set. */
  Optional<MemorySize> bodyMemory();

  /** Disk for files of forms, from their first byte to the answer. */
  @WithDefault("1G")
  MemorySize uploadSpace();

  /** Uploads that workers read while they come; each holds a worker. */
  @WithDefault("40")
  int streams();
}
