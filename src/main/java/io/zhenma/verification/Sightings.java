package io.zhenma.verification;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Which devices looked at an item and how each did so last: at most {@link #MOST} of them, so that
 * a famous copy costs no more than an honest item. Immutable.
 */
public final class Sightings {
  /** Devices beyond this many are not told apart any more. */
  public static final int MOST = 24;

  /** Nobody yet. */
  public static final Sightings NONE = new Sightings(List.of());

  /** Before the first device; what earlier releases wrote has none. */
  private static final byte FORMAT = 2;

  private static final int BYTES_A_DEVICE = Sighting.LONGS * Long.BYTES;
  private static final int OLD_BYTES_A_DEVICE = 2 * Long.BYTES;

  private final List<Sighting> devices;

  private Sightings(List<Sighting> devices) {
    this.devices = devices;
  }

  /** Reads what {@link #bytes()} wrote, in this release or an earlier one. */
  public static Sightings of(byte[] stored) {
    if (stored.length == 0) {
      return NONE;
    }
    boolean old = stored.length % OLD_BYTES_A_DEVICE == 0;
    int head = old ? 0 : 1;
    int each = old ? OLD_BYTES_A_DEVICE : BYTES_A_DEVICE;
    if ((stored.length - head) % each != 0 || (!old && stored[0] != FORMAT)) {
      throw new IllegalArgumentException("these are no sightings");
    }
    LongBuffer in = ByteBuffer.wrap(stored, head, stored.length - head).slice().asLongBuffer();
    List<Sighting> devices = new ArrayList<>();
    while (in.hasRemaining()) {
      devices.add(old ? Sighting.readOld(in) : Sighting.read(in));
    }
    return new Sightings(List.copyOf(devices.subList(0, Math.min(MOST, devices.size()))));
  }

  /** A format byte, then 24 bytes a device; nothing at all when there are none. */
  public byte[] bytes() {
    if (devices.isEmpty()) {
      return new byte[0];
    }
    ByteBuffer buffer = ByteBuffer.allocate(1 + devices.size() * BYTES_A_DEVICE).put(FORMAT);
    LongBuffer out = buffer.slice().asLongBuffer();
    devices.forEach(device -> device.write(out));
    return buffer.array();
  }

  /** Distinct devices, {@link #MOST} when there were that many or more. */
  public int devices() {
    return devices.size();
  }

  /** The look of the moment among those of all other devices. */
  Look look(Circumstances now, long gapSeconds) {
    Sighting alone = Sighting.of(now);
    OptionalInt index = indexOf(alone, now.returning());
    if (index.isEmpty()) {
      return new Look(alone, devices, false, false);
    }
    Sighting known = devices.get(index.getAsInt());
    List<Sighting> others = new ArrayList<>(devices);
    others.remove(index.getAsInt());
    boolean same = known.secondsFrom(alone) <= gapSeconds;
    boolean familiar =
        known.familiar()
            || (!same && others.stream().anyMatch(other -> sharesNetwork(other, known)));
    return new Look(familiar ? alone.withNetworkOf(known) : alone, List.copyOf(others), true, same);
  }

  private static boolean sharesNetwork(Sighting one, Sighting other) {
    return one.network() == other.network() && one.network() != 0;
  }

  /**
   * With this look kept. When full, a new device takes the place of one of a network that has
   * several, so that nobody fills the list from one line to hide who comes later; else only known
   * devices are still updated.
   */
  Sightings with(Circumstances now, Look look) {
    Sighting self = look.self();
    OptionalInt index = indexOf(Sighting.of(now), now.returning());
    List<Sighting> next = new ArrayList<>(devices);
    if (index.isEmpty() && devices.size() == MOST) {
      Optional<Sighting> spare = spare(self.network());
      if (spare.isEmpty()) {
        return this;
      }
      next.remove(spare.get());
    }
    if (index.isEmpty()) {
      next.add(self);
    } else {
      Sighting known = devices.get(index.getAsInt());
      next.set(
          index.getAsInt(),
          look.continues() ? known.joined(self) : known.followed(self, self.familiar()));
    }
    return new Sightings(List.copyOf(next));
  }

  /** The longest ago of the network with most devices, if that has several and is another one. */
  private Optional<Sighting> spare(int network) {
    Map<Integer, List<Sighting>> networks =
        devices.stream().collect(Collectors.groupingBy(Sighting::network));
    return networks.values().stream()
        .max(
            Comparator.comparingInt(List<Sighting>::size)
                .thenComparingInt(some -> some.get(0).network()))
        .filter(some -> some.size() > 1 && some.get(0).network() != network)
        .flatMap(
            some ->
                some.stream()
                    .min(
                        Comparator.comparingLong(Sighting::seconds)
                            .thenComparingInt(Sighting::tag)));
  }

  /**
   * The device by its token; one without memory by how it looks, since its token is new every time.
   */
  private OptionalInt indexOf(Sighting look, boolean returning) {
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).tag() == look.tag()) {
        return OptionalInt.of(i);
      }
    }
    for (int i = 0; i < devices.size() && !returning; i++) {
      Sighting device = devices.get(i);
      if (device.agent() == look.agent() && device.network() == look.network()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sightings that && devices.equals(that.devices);
  }

  @Override
  public int hashCode() {
    return devices.hashCode();
  }

  @Override
  public String toString() {
    return "Sightings" + devices;
  }

  /**
   * @param self the look alone, whatever else the device did in this session, so that a verdict
   *     does not hang on which of the session's looks came in first
   * @param others all other devices
   * @param known whether the device had looked before
   * @param continues whether it goes on with the session of its latest look
   */
  record Look(Sighting self, List<Sighting> others, boolean known, boolean continues) {
    List<Sighting> everybody() {
      List<Sighting> all = new ArrayList<>(others);
      all.add(self);
      return all;
    }

    Look with(Sighting changed) {
      return new Look(changed, others, known, continues);
    }
  }
}
