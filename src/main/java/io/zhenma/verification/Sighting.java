package io.zhenma.verification;

import java.nio.LongBuffer;
import java.util.Comparator;

/**
 * A device that looked at an item, and its latest look, in 24 bytes.
 *
 * @param tag the first 32 bits of the device's fingerprint: enough among two dozen
 * @param seconds since 1970 in UTC, 0 to 2^32 - 1: a clock beyond that is taken for its limit
 * @param network the network of its latest session; of a familiar device, the one it shares
 * @param agent what its browser said of the phone
 * @param forgetful it has never come back with what it was given, as far as is known
 * @param familiar in an earlier session it shared a network with another device of this item
 * @param early it looked before the item was on sale
 * @param travelled how well it is known that one of its looks was too far from another device's
 */
record Sighting(
    int tag,
    long seconds,
    int network,
    int agent,
    Spot spot,
    boolean forgetful,
    boolean familiar,
    boolean early,
    Trust travelled) {
  static final int LONGS = 3;

  private static final long LAST_SECOND = 0xFFFF_FFFFL;
  private static final int SPOT_BITS = 59;

  /** Whichever of two looks of a session came in first, the same one is kept. */
  private static final Comparator<Sighting> LATEST =
      Comparator.comparingLong(Sighting::seconds)
          .thenComparingInt(Sighting::network)
          .thenComparingInt(Sighting::agent)
          .thenComparingInt(Sighting::tag)
          .thenComparingLong(sighting -> sighting.spot().packed());

  /** What is kept of a look that stands alone. */
  static Sighting of(Circumstances now) {
    return new Sighting(
        (int) (now.device() >>> Integer.SIZE),
        Math.max(0, Math.min(LAST_SECOND, now.at().getEpochSecond())),
        now.network(),
        now.agent(),
        Spot.of(now.place(), now.connection()),
        !now.returning(),
        false,
        false,
        Trust.NONE);
  }

  long secondsFrom(Sighting other) {
    return Math.abs(seconds - other.seconds);
  }

  /** Nothing but throw-away cookies tells the two apart: they may be one phone that moved on. */
  boolean mayBe(Sighting other) {
    return forgetful && other.forgetful && agent == other.agent;
  }

  /**
   * A later look of the same device that belongs to the same session; either may be given first.
   */
  Sighting joined(Sighting look) {
    Sighting latest = LATEST.compare(this, look) >= 0 ? this : look;
    return new Sighting(
        latest.tag,
        latest.seconds,
        familiar ? network : latest.network,
        latest.agent,
        latest.spot,
        forgetful && look.forgetful,
        familiar,
        early || look.early,
        travelled.or(look.travelled));
  }

  /** A look of the same device that begins another session. */
  Sighting followed(Sighting look, boolean shares) {
    boolean known = familiar || shares;
    return new Sighting(
        look.tag,
        look.seconds,
        known ? network : look.network,
        look.agent,
        look.spot,
        forgetful && look.forgetful,
        known,
        early || look.early,
        travelled.or(look.travelled));
  }

  Sighting withNetworkOf(Sighting known) {
    return new Sighting(
        tag, seconds, known.network, agent, spot, forgetful, true, early, travelled);
  }

  Sighting withEarly() {
    return new Sighting(tag, seconds, network, agent, spot, forgetful, familiar, true, travelled);
  }

  Sighting withTravelled(Trust trust) {
    return new Sighting(tag, seconds, network, agent, spot, forgetful, familiar, early, trust);
  }

  void write(LongBuffer out) {
    out.put((long) tag << Integer.SIZE | seconds);
    out.put((long) network << Integer.SIZE | Integer.toUnsignedLong(agent));
    long flags = (forgetful ? 1 : 0) | (familiar ? 2 : 0) | (early ? 4 : 0);
    out.put(spot.packed() | flags << SPOT_BITS | (long) travelled.ordinal() << SPOT_BITS + 3);
  }

  static Sighting read(LongBuffer in) {
    long when = in.get();
    long look = in.get();
    long rest = in.get();
    long flags = rest >>> SPOT_BITS;
    return new Sighting(
        (int) (when >>> Integer.SIZE),
        when & LAST_SECOND,
        (int) (look >>> Integer.SIZE),
        (int) look,
        Spot.unpacked(rest),
        (flags & 1) != 0,
        (flags & 2) != 0,
        (flags & 4) != 0,
        Trust.values()[(int) (flags >>> 3 & 3)]);
  }

  /** Reads 16 bytes of earlier releases, which kept neither place nor network. */
  static Sighting readOld(LongBuffer in) {
    int tag = (int) (in.get() >>> Integer.SIZE);
    long rest = in.get();
    int look = (int) rest;
    return new Sighting(
        tag, rest >>> Integer.SIZE, look, look, Spot.UNKNOWN, look != 0, false, false, Trust.NONE);
  }
}
