package io.zhenma.crypto;

/**
 * What hashing a password with Argon2id costs whoever does it, with one lane.
 *
 * @param memoryKib memory in KiB, 8 to 1,048,576
 * @param passes passes over it, 1 to 100
 */
public record PasswordCost(int memoryKib, int passes) {
  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final int MOST_PASSES = 100;
  private static final int WEAKEST_MEMORY_KIB = 7_168;
  private static final long WEAKEST_PRODUCT = 5L * WEAKEST_MEMORY_KIB;

  /** The first choice of OWASP's password storage cheat sheet: 19 MiB, two passes. */
  public static final PasswordCost STANDARD = new PasswordCost(19_456, 2);

  public PasswordCost {
    if (memoryKib < 8 || memoryKib > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
      throw new IllegalArgumentException("no cost of Argon2id: " + memoryKib + "/" + passes);
    }
  }

  /**
   * Whether it is no weaker than the weakest choice of that cheat sheet: 7 MiB, five passes. Less
   * memory wants more passes.
   */
  public boolean isEnough() {
    return memoryKib >= WEAKEST_MEMORY_KIB && (long) memoryKib * passes >= WEAKEST_PRODUCT;
  }
}
