package io.zhenma.foreign;

import java.util.Set;

/** The way of an import. */
enum ImportState {
  /** The file is here; others are worked on first. */
  WAITING,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Those in which somebody works on it, or is going to. */
  static final Set<ImportState> UNDER_WAY = Set.of(WAITING, RUNNING);

  /** Those that leave nothing behind but their report. */
  static final Set<ImportState> CAME_TO_NOTHING = Set.of(FAILED, CANCELLED);
}
