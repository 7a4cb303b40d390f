package io.zhenma.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How much traffic is usual, and what tells programs from people. Limits are of one replica. */
@ConfigMapping(prefix = "zhenma.traffic")
interface TrafficConfig {
  /** A newer list of crawlers, as {@code zhenma crawlers} makes it. */
  Optional<Path> crawlersFile();

  /** Whether anything is limited at all. */
  @WithDefault("true")
  boolean limits();

  /** Scans a minute of a device that brings its cookie. */
  @WithDefault("60")
  int devicePerMinute();

  /** Scans a minute of a block of addresses: carriers put thousands of people behind one. */
  @WithDefault("6000")
  int blockPerMinute();

  /** The same of blocks in data centres, where few people are. */
  @WithDefault("600")
  int dataCentrePerMinute();

  /** The same of a private address, behind which everybody is when no proxy is trusted. */
  @WithDefault("600000")
  int privatePerMinute();

  /** Scans a minute of one genuine item where its block of addresses or its brand has none left. */
  @WithDefault("6")
  int itemPerMinute();

  /** Scans a second of a brand. */
  @WithDefault("20000")
  int brandPerSecond();

  /** Codes that turn out forged, in ten minutes, of a device that brings its cookie. */
  @WithDefault("10")
  int forgedPerDevice();

  /** The same of a block of addresses in a data centre. */
  @WithDefault("60")
  int forgedPerBlock();

  /** The same of any other block, which many people may share. */
  @WithDefault("300")
  int forgedPerSharedBlock();

  /** The same of a private address. */
  @WithDefault("20000")
  int forgedPerPrivate();

  /** The slowest answer to somebody who tries codes, before there is none. */
  @WithDefault("5S")
  Duration slowestAnswer();

  /** Answers that may be held back at a time; one more is refused instead. */
  @WithDefault("5000")
  int heldAnswers();

  /** Forged codes of a brand in ten minutes from which on an alert is raised. */
  @WithDefault("100")
  int guessingAlert();

  /** How often counts are written. */
  @WithDefault("10S")
  Duration countEvery();
}
