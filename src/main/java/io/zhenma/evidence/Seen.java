package io.zhenma.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How often something was seen: a device, or a spot.
 *
 * @param of what
 * @param latest the last look of it
 * @param others how many different ones of the other kind: spots of a device, devices at a spot
 */
record Seen<T>(T of, int looks, int sessions, int others, Instant first, Look latest) {
  /** By device, the most often seen first. */
  static List<Seen<String>> devices(List<Look> looks, Sessions sessions, int most) {
    return counted(looks, sessions, Look::device, Look::spot, most);
  }

  /** By spot, the most often seen first. */
  static List<Seen<Spot>> spots(List<Look> looks, Sessions sessions, int most) {
    return counted(looks, sessions, Look::spot, Look::device, most);
  }

  private static <T> List<Seen<T>> counted(
      List<Look> looks,
      Sessions sessions,
      Function<Look, T> what,
      Function<Look, ?> other,
      int most) {
    Map<T, Count> counts = new LinkedHashMap<>();
    looks.forEach(
        look ->
            counts
                .computeIfAbsent(what.apply(look), key -> new Count(look))
                .add(look, sessions.of(look), other.apply(look)));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue().of(entry.getKey()))
        .sorted(Comparator.<Seen<T>>comparingInt(Seen::looks).reversed())
        .limit(most)
        .toList();
  }

  private static final class Count {
    private final Instant first;
    private final Set<Integer> sessions = new HashSet<>();
    private final Collection<Object> others = new HashSet<>();
    private Look latest;
    private int looks;

    Count(Look first) {
      this.first = first.at();
      this.latest = first;
    }

    void add(Look look, int session, Object other) {
      looks++;
      latest = look;
      sessions.add(session);
      others.add(other);
    }

    <T> Seen<T> of(T what) {
      return new Seen<>(what, looks, sessions.size(), others.size(), first, latest);
    }
  }
}
