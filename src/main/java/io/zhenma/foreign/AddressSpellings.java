package io.zhenma.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How an address may have been printed that arrives as this one: by the other scheme, with or
 * without a slash at its end, without what trackers added, its parameters in another order. The
 * nearest come first, as a list of sets: those of one set are equally near.
 */
final class AddressSpellings {
  /** Parameters whose every order is tried. */
  private static final int MOST_ORDERED = 4;

  private static final int MOST_TRACKERS = 12;

  private AddressSpellings() {}

  /**
   * @param address in its normal form, see {@link CodeAddress}
   */
  static List<Set<String>> of(String address) {
    int query = address.indexOf('?');
    String base = query < 0 ? address : address.substring(0, query);
    List<String> given = query < 0 ? List.of() : parameters(address.substring(query + 1));
    List<Set<String>> spellings = new ArrayList<>();
    spellings.add(Set.of(address));
    spellings.add(around(base, List.of(query < 0 ? "" : address.substring(query))));
    List<String> rest = given;
    for (int i = 0; i < MOST_TRACKERS && hasTrackerAtEnd(rest); i++) {
      rest = rest.subList(0, rest.size() - 1);
      spellings.add(Set.of(base + query(rest)));
      spellings.add(around(base, List.of(query(rest))));
    }
    List<String> own = given.stream().filter(parameter -> !Trackers.has(parameter)).toList();
    spellings.add(Set.of(base + query(own)));
    spellings.add(around(base, List.of(query(own))));
    return spellings;
  }

  /** The address without trackers, its parameters in every order; none when it has too many. */
  static Set<String> inEveryOrder(String address) {
    int query = address.indexOf('?');
    List<String> own =
        query < 0
            ? List.of()
            : parameters(address.substring(query + 1)).stream()
                .filter(parameter -> !Trackers.has(parameter))
                .toList();
    if (own.size() < 2 || own.size() > MOST_ORDERED) {
      return Set.of();
    }
    List<String> orders = new ArrayList<>();
    order(new ArrayList<>(own), 0, orders);
    return around(address.substring(0, query), orders);
  }

  private static List<String> parameters(String query) {
    return List.of(query.split("&", -1)).stream().filter(text -> !text.isEmpty()).toList();
  }

  private static boolean hasTrackerAtEnd(List<String> parameters) {
    return !parameters.isEmpty() && Trackers.has(parameters.get(parameters.size() - 1));
  }

  private static String query(List<String> parameters) {
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private static void order(List<String> parameters, int from, List<String> orders) {
    if (from == parameters.size()) {
      orders.add(query(parameters));
      return;
    }
    for (int i = from; i < parameters.size(); i++) {
      Collections.swap(parameters, from, i);
      order(parameters, from + 1, orders);
      Collections.swap(parameters, from, i);
    }
  }

  private static Set<String> around(String base, List<String> queries) {
    Set<String> all = new LinkedHashSet<>();
    for (String scheme : List.of(base, otherScheme(base))) {
      for (String path : List.of(scheme, otherEnd(scheme))) {
        queries.forEach(query -> all.add(path + query));
      }
    }
    return all;
  }

  private static String otherScheme(String base) {
    return base.startsWith("http:")
        ? "https" + base.substring(4)
        : "http" + base.substring("https".length());
  }

  /** A host by itself always has its slash. */
  private static String otherEnd(String base) {
    boolean hostAlone = base.indexOf('/', base.indexOf("//") + 2) == base.length() - 1;
    if (hostAlone) {
      return base;
    }
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base + "/";
  }
}
