package io.zhenma.app;

import java.io.Console;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The passphrase of a backup: from the environment or typed in, never an argument, which every
 * process of the machine could read.
 */
final class Passphrase {
  static final String VARIABLE = "ZHENMA_BACKUP_PASSPHRASE";
  private static final int SHORTEST = 12;

  private Passphrase() {}

  /** The passphrase of a backup that exists. */
  static char[] known() {
    String given = System.getenv(VARIABLE);
    return given == null ? typed("Passphrase of the backup: ") : given.toCharArray();
  }

  /**
   * A passphrase for a new backup, typed twice.
   *
   * @throws CommandFailure when it is shorter than {@value #SHORTEST} characters
   */
  static char[] fresh() {
    String given = System.getenv(VARIABLE);
    char[] passphrase = given == null ? typed("Passphrase for the backup: ") : given.toCharArray();
    if (passphrase.length < SHORTEST) {
      throw new CommandFailure("a passphrase has at least " + SHORTEST + " characters");
    }
    if (given == null && !Arrays.equals(passphrase, typed("Once more: "))) {
      throw new CommandFailure("the two passphrases differ");
    }
    return passphrase;
  }

  private static char[] typed(String prompt) {
    Console console = System.console();
    char @Nullable [] typed = console == null ? null : console.readPassword(prompt);
    if (typed == null) {
      throw new CommandFailure(
          "the backup's passphrase is missing: set " + VARIABLE + ", or use a terminal");
    }
    return typed;
  }
}
