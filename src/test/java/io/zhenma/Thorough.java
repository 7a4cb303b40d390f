package io.zhenma;

/** How much a test does: little in each build, all of it with {@code -Pthorough}. */
public final class Thorough {
  private static final boolean WANTED = Boolean.getBoolean("zhenma.thorough");

  private Thorough() {}

  /** The first number in each build, the second in a thorough one. */
  public static int times(int usual, int thorough) {
    return WANTED ? thorough : usual;
  }

  /** Whether it is a thorough build. */
  public static boolean wanted() {
    return WANTED;
  }
}
