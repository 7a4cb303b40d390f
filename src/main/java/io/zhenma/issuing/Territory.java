package io.zhenma.issuing;

import io.zhenma.place.Region;
import io.zhenma.place.Regions;
import io.zhenma.problem.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch may be sold: provinces by GB/T 2260, in the directory's order; none means
 * everywhere.
 */
final class Territory {
  private static final String BETWEEN = ",";

  private Territory() {}

  /**
   * The provinces that a request names; each counts once, and whoever names none means everywhere.
   *
   * @throws ProblemException for a code of no province
   */
  static Set<String> wanted(@Nullable List<@Nullable String> codes) {
    List<@Nullable String> named = codes == null ? List.of() : codes;
    Set<String> provinces =
        Regions.china().provinces().stream().map(Region::code).collect(Collectors.toSet());
    if (named.size() > provinces.size()) {
      throw ProblemException.field("soldIn", "provinces-too-many", provinces.size());
    }
    for (String code : named) {
      if (code == null || !provinces.contains(code)) {
        throw ProblemException.field("soldIn", "province");
      }
    }
    return inOrder(named::contains);
  }

  /** Reads what {@link #stored} made. */
  static Set<String> of(String stored) {
    return stored.isEmpty() ? Set.of() : inOrder(Arrays.asList(stored.split(BETWEEN))::contains);
  }

  static String stored(Collection<String> provinces) {
    return String.join(BETWEEN, provinces);
  }

  private static Set<String> inOrder(Predicate<String> named) {
    Set<String> provinces = new LinkedHashSet<>();
    Regions.china().provinces().stream().map(Region::code).filter(named).forEach(provinces::add);
    return Collections.unmodifiableSet(provinces);
  }
}
