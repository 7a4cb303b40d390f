package io.zhenma.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many copied codes were caught, by kind and size of the attack. */
final class CatchTable {
  private static final int[] SIZES = {1, 20, 100, 1_000, Integer.MAX_VALUE};
  private static final List<Scenario> ATTACKS = List.of(Scenario.COPY_TOWN, Scenario.COPY_COUNTRY);

  private final List<CopiedCode> codes = new ArrayList<>();

  void add(CopiedCode code) {
    codes.add(code);
  }

  void add(CatchTable other) {
    codes.addAll(other.codes);
  }

  int codes() {
    return codes.size();
  }

  long caught() {
    return codes.stream().filter(CopiedCode::isCaught).count();
  }

  /** Codes that were copied and scanned at least 20 times. */
  long counting() {
    return codes.stream().filter(CopiedCode::counts).count();
  }

  /** Of those the share caught by their 20th scan; 1 when there are none. */
  double caughtInTime() {
    return share(codes);
  }

  /** The same for one kind of attack. */
  double caughtInTime(Scenario attack) {
    return share(codes.stream().filter(code -> code.attack() == attack).toList());
  }

  private static double share(List<CopiedCode> codes) {
    List<CopiedCode> counting = codes.stream().filter(CopiedCode::counts).toList();
    return counting.isEmpty()
        ? 1
        : (double) counting.stream().filter(CopiedCode::isCaughtInTime).count() / counting.size();
  }

  /** For people: a line a kind and size. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "%-28s %7s %9s %9s %9s", "copied codes", "codes", ">=20 scans", "in time", "median");
    for (Scenario attack : ATTACKS) {
      for (int size = 0; size + 1 < SIZES.length; size++) {
        int least = SIZES[size];
        int below = SIZES[size + 1];
        List<CopiedCode> some =
            codes.stream()
                .filter(code -> code.attack() == attack)
                .filter(code -> code.copies() >= least && code.copies() < below)
                .toList();
        if (!some.isEmpty()) {
          String range =
              below == Integer.MAX_VALUE ? least + " and more" : least + "-" + (below - 1);
          line(
              text,
              "  %-26s %7d %10d %8.2f%% %9d",
              attack.label() + ", " + range,
              some.size(),
              some.stream().filter(CopiedCode::counts).count(),
              100 * share(some),
              medianScan(some));
        }
      }
    }
    return text.toString();
  }

  private static int medianScan(List<CopiedCode> some) {
    List<Integer> scans =
        some.stream().filter(CopiedCode::isCaught).map(CopiedCode::caughtAt).sorted().toList();
    return scans.isEmpty() ? 0 : scans.get(scans.size() / 2);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
