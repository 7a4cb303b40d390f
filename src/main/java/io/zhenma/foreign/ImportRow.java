package io.zhenma.foreign;

import java.util.OptionalInt;

/** A record of a file, read: it may be taken, or is refused. */
sealed interface ImportRow {
  /** Counted from 1. */
  int line();

  /** A code and where it belongs; whether another import has it is not known yet. */
  record Candidate(int line, ForeignCode code, byte[] hash, CodeGroup group) implements ImportRow {
    Refused refused(LineFault fault) {
      return new Refused(line, Shown.of(code.text(), LONGEST_SHOWN), fault, OptionalInt.empty());
    }
  }

  /**
   * @param value the code as the line has it, made safe to show
   * @param otherLine the line that has the same code, where that is the fault
   */
  record Refused(int line, String value, LineFault fault, OptionalInt otherLine)
      implements ImportRow {}

  /** Most characters of a refused value that are kept. */
  int LONGEST_SHOWN = 100;
}
