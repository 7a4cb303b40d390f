package io.zhenma.verification;

/** What a brand may choose of the rules: whole numbers, each within limits. */
public enum Threshold {
  /** Score from which an item is suspect. */
  SUSPECT_FROM(60, 20, 100),
  /** Distinct devices that may look at an item. */
  MOST_DEVICES(11, 2, 20),
  /** Networks they may come from: a LAN counts 1, mobile data 0.4, what is not known 0.7. */
  MOST_STRANGERS(7, 2, 20),
  /** Provinces they may be in, those told by mobile data counting 0.4. */
  MOST_PLACES(5, 1, 20),
  /** Networks within the time of a rush. */
  MOST_IN_RUSH(5, 2, 20),
  /** The time of a rush, in minutes. */
  RUSH_MINUTES(60, 1, 7 * 24 * 60),
  /** Nobody travels faster, in km/h; an airliner's 900 plus a margin. */
  FASTEST_KMH(1_008, 100, 3_600),
  /** Shorter journeys are never called impossible, in km. */
  SHORTEST_JOURNEY_KM(100, 10, 5_000),
  /** A device that comes back within this time is still looking the same look, in minutes. */
  SESSION_MINUTES(30, 1, 24 * 60),
  /** Points for two devices on lines too far apart; each further region adds half. */
  TRAVEL_POINTS(30, 0, 100),
  /** Points for each province outside the sold territory, of three at most. */
  TERRITORY_POINTS(8, 0, 19),
  /** Points for looks before the item was on sale; twice as many for a crowd. */
  EARLY_POINTS(15, 0, 29);

  private final int standard;
  private final int least;
  private final int most;

  Threshold(int standard, int least, int most) {
    this.standard = standard;
    this.least = least;
    this.most = most;
  }

  /** What holds until a brand chooses otherwise. */
  public int standard() {
    return standard;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  public boolean allows(int value) {
    return value >= least && value <= most;
  }
}
