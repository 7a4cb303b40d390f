package io.zhenma.device;

/**
 * What became of reading a header.
 *
 * @param traits what is known; of a header that could not be read, what single tokens tell
 * @param failure the name of what failed, such as {@code StackOverflowError}; "" if nothing did
 */
public record Reading(DeviceTraits traits, Extent extent, String failure) {

  /** How much was read. */
  public enum Extent {
    /** All of it. */
    WHOLE,
    /** The beginning; the rest is nothing that a browser sends. */
    BEGINNING,
    /** Its tokens: the grammar took longer than it may. */
    TIME,
    /** Its tokens: the grammar failed. */
    ERROR;

    /** Whether reading it once more would most likely do the same harm. */
    public boolean isPoison() {
      return this == TIME || this == ERROR;
    }
  }

  static Reading of(UserAgent agent, DeviceTraits traits) {
    boolean whole = UserAgentParser.readsWhole(agent);
    return new Reading(traits, whole ? Extent.WHOLE : Extent.BEGINNING, "");
  }

  static Reading late(UserAgent agent) {
    return new Reading(UserAgentParser.tokens(agent), Extent.TIME, "");
  }

  static Reading failed(UserAgent agent, Throwable why) {
    return new Reading(UserAgentParser.tokens(agent), Extent.ERROR, why.getClass().getSimpleName());
  }
}
