package io.zhenma.policy;

import io.zhenma.verification.Policy;
import io.zhenma.verification.Threshold;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Policies as the API tells them; thresholds by name, such as {@code mostDevices}. */
final class PolicyViews {
  private PolicyViews() {}

  /**
   * The current policy and what it may become.
   *
   * @param limits of each threshold
   */
  record CurrentView(
      VersionView current, Map<String, LimitView> limits, Map<String, Integer> standard) {
    static CurrentView of(PolicyVersion version, LongFunction<@Nullable String> names) {
      return new CurrentView(
          VersionView.of(version, names),
          Arrays.stream(Threshold.values())
              .collect(
                  Collectors.toMap(
                      PolicyViews::name,
                      threshold -> new LimitView(threshold.least(), threshold.most()),
                      (a, b) -> a,
                      LinkedHashMap::new)),
          values(Threshold::standard));
    }
  }

  record LimitView(int least, int most) {}

  /**
   * One version.
   *
   * @param madeAt null for the standard
   * @param madeBy the person's name; null for the standard
   */
  record VersionView(
      int version,
      Map<String, Integer> thresholds,
      String note,
      @Nullable Instant madeAt,
      @Nullable String madeBy) {
    static VersionView of(PolicyVersion version, LongFunction<@Nullable String> names) {
      Policy policy = version.policy();
      return new VersionView(
          policy.version(),
          values(policy::value),
          version.note(),
          version.made().map(PolicyVersion.Made::at).orElse(null),
          version.made().map(made -> names.apply(made.userId())).orElse(null));
    }
  }

  record VersionsView(List<VersionView> items) {}

  private static Map<String, Integer> values(ToIntFunction<Threshold> of) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (Threshold threshold : Threshold.values()) {
      values.put(name(threshold), of.applyAsInt(threshold));
    }
    return values;
  }

  /** {@code MOST_DEVICES} is {@code mostDevices}. */
  static String name(Threshold threshold) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char character : threshold.name().toCharArray()) {
      if (character == '_') {
        upper = true;
      } else {
        name.append(upper ? character : Character.toLowerCase(character));
        upper = false;
      }
    }
    return name.toString();
  }
}
