package io.zhenma.place;

/** What a {@link Place} was derived from, from the least to the most exact. */
public enum PlaceSource {
  /** Nothing is known. */
  NONE,
  /** The network address. */
  IP,
  /** Coordinates that the person allowed the page to send. */
  POSITION
}
