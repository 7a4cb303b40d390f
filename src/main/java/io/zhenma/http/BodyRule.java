package io.zhenma.http;

/**
 * How a request's body is taken.
 *
 * @param way what is done with it
 * @param limit its most bytes
 */
record BodyRule(Way way, long limit) {
  /** What is done with a body. */
  enum Way {
    /** Kept in memory until it is whole, then a worker is taken. */
    COLLECTED,
    /** The same, with the files of the form on disk. */
    FORM,
    /** Read by a worker while it comes: only for people who are signed in. */
    STREAMED
  }
}
