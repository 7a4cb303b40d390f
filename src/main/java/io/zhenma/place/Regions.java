package io.zhenma.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The provinces and cities of China, read once from {@code place/regions.csv}. Immutable.
 *
 * <p>Names are looked up within a level, and cities within their province, because names repeat:
 * Jilin is a province and its second city, Hainan a province and a prefecture of Qinghai.
 */
public final class Regions {

  private static final Regions CHINA = new Regions(DataFile.rows("/place/regions.csv"));

  /** The kinds that address data appends to a short name, such as 内蒙古区 or 大理州. */
  private static final Pattern KIND = Pattern.compile("(特别行政区|自治[区州县]|地区|[省市州盟区县])$");

  /** Cities that became part of another one and are still found in address data. */
  private static final Map<String, String> MERGED = Map.of("莱芜", "370100", "莱芜市", "370100");

  private final Map<String, Region> byCode = new LinkedHashMap<>();
  private final Map<String, Region> byScopedName = new HashMap<>();
  private final Map<String, List<Region>> byParent = new LinkedHashMap<>();

  private Regions(List<String[]> rows) {
    rows.forEach(row -> add(region(row)));
  }

  /** The directory. */
  public static Regions china() {
    return CHINA;
  }

  private static Region region(String[] row) {
    Position centre = new Position(Double.parseDouble(row[6]), Double.parseDouble(row[7]));
    return new Region(row[0], Region.Level.valueOf(row[1]), row[2], row[3], row[4], row[5], centre);
  }

  private void add(Region region) {
    byCode.put(region.code(), region);
    byParent.computeIfAbsent(region.parent(), parent -> new ArrayList<>()).add(region);
    byScopedName.put(region.parent() + region.name(), region);
    byScopedName.put(region.parent() + region.shortName(), region);
  }

  /** The province or city with this six-digit code. */
  public Optional<Region> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All 34 provinces in the order of their codes, the special regions last. */
  public List<Region> provinces() {
    return citiesOf("");
  }

  /**
   * The cities of a province; none for Hong Kong, Macao and Taiwan, which GB/T 2260 leaves whole.
   */
  public List<Region> citiesOf(String provinceCode) {
    return List.copyOf(byParent.getOrDefault(provinceCode, List.of()));
  }

  /** The province with this full or short Chinese name, e.g. 内蒙古自治区 or 内蒙古. */
  public Optional<Region> province(String name) {
    return named("", name);
  }

  /**
   * The city of a province with this full or short Chinese name, e.g. 深圳市 or 深圳. In a municipality
   * every name means the municipality, since data name its districts there.
   */
  public Optional<Region> city(String provinceCode, String name) {
    List<Region> cities = citiesOf(provinceCode);
    if (cities.size() == 1) {
      return Optional.of(cities.get(0));
    }
    return named(provinceCode, name)
        .or(() -> byCode(MERGED.getOrDefault(name, "")))
        .filter(city -> city.parent().equals(provinceCode));
  }

  private Optional<Region> named(String parent, String name) {
    return Optional.ofNullable(byScopedName.get(parent + name))
        .or(
            () ->
                Optional.ofNullable(
                    byScopedName.get(parent + KIND.matcher(name).replaceFirst(""))));
  }
}
